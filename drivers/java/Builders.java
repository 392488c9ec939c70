import static com.faunadb.client.query.Language.*;

import com.faunadb.client.query.Expr;
import com.faunadb.client.query.Language;
import com.faunadb.client.query.Pagination;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Every function of the driver's query builder by its wire name: the wire keys that it takes and the call made of them. */
final class Builders {
  static final class Form {
    final List<String> takes;
    final Function<Wire, Expr> build;

    Form(List<String> takes, Function<Wire, Expr> build) {
      this.takes = takes;
      this.build = build;
    }
  }

  interface F0 { Expr call(); }
  interface F1 { Expr call(Expr a); }
  interface F2 { Expr call(Expr a, Expr b); }
  interface F3 { Expr call(Expr a, Expr b, Expr c); }
  interface F4 { Expr call(Expr a, Expr b, Expr c, Expr d); }
  interface FN { Expr call(List<Expr> all); }
  interface F1N { Expr call(Expr a, List<Expr> rest); }

  static final Map<String, Form> FORMS = new TreeMap<>();

  static {
    one("abort", Language::Abort); two("at", "expr", Language::At); three("if", "then", "else", Language::If);
    form("do", w -> Do(w.all("do"))); two("lambda", "expr", Language::Lambda); one("query", Language::Query);
    oneAndMany("call", "arguments", Language::Call); two("ref", "id", Language::Ref);
    form("var", w -> Var(w.text("var"))); form("object", w -> Obj(w.members("object")));
    form("let", w -> Let(w.bindings("let")).in(w.need("in")), "in");

    flipped("map", "collection", Language::Map); flipped("foreach", "collection", Language::Foreach);
    flipped("filter", "collection", Language::Filter); two("take", "collection", Language::Take);
    two("drop", "collection", Language::Drop); two("prepend", "collection", Language::Prepend);
    two("append", "collection", Language::Append); one("is_empty", Language::IsEmpty);
    one("is_nonempty", Language::IsNonEmpty); three("reduce", "initial", "collection", Language::Reduce);
    one("count", Language::Count); one("sum", Language::Sum); one("mean", Language::Mean); one("any", Language::Any);
    one("all", Language::All); one("reverse", Language::Reverse);

    optional("get", Language::Get, "ts", Language::Get); optional("exists", Language::Exists, "ts", Language::Exists);
    form("paginate", Builders::paginate, "ts", "cursor", "before", "after", "size", "events", "sources");
    one("key_from_secret", Language::KeyFromSecret); two("create", "params", Language::Create);
    two("update", "params", Language::Update); two("replace", "params", Language::Replace); one("delete", Language::Delete);
    four("insert", "ts", "action", "params", Language::Insert); three("remove", "ts", "action", Language::Remove);
    one("create_class", Language::CreateClass); one("create_collection", Language::CreateCollection);
    one("create_database", Language::CreateDatabase); one("create_index", Language::CreateIndex);
    one("create_key", Language::CreateKey); one("create_function", Language::CreateFunction);
    one("create_role", Language::CreateRole); one("create_access_provider", Language::CreateAccessProvider);
    two("move_database", "to", Language::MoveDatabase);

    optional("match", Language::Match, "terms", Language::Match); many("union", Language::Union);
    many("intersection", Language::Intersection); many("difference", Language::Difference);
    one("distinct", Language::Distinct); two("join", "with", Language::Join); three("range", "from", "to", Language::Range);
    one("singleton", Language::Singleton); one("events", Language::Events); one("documents", Language::Documents);
    two("merge", "with", Language::Merge, "lambda", Language::Merge);

    two("login", "params", Language::Login); one("logout", Language::Logout);
    two("identify", "password", Language::Identify); none("identity", Language::Identity);
    none("has_identity", Language::HasIdentity); none("current_identity", Language::CurrentIdentity);
    none("has_current_identity", Language::HasCurrentIdentity); none("current_token", Language::CurrentToken);
    none("has_current_token", Language::HasCurrentToken);

    optional("concat", Language::Concat, "separator", Language::Concat);
    optional("casefold", Language::Casefold, "normalizer", Language::Casefold);
    two("containsstr", "search", Language::ContainsStr); two("containsstrregex", "pattern", Language::ContainsStrRegex);
    two("startswith", "search", Language::StartsWith); two("endswith", "search", Language::EndsWith);
    two("findstr", "find", Language::FindStr, "start", Language::FindStr);
    two("findstrregex", "pattern", Language::FindStrRegex, "start", Language::FindStrRegex, "num_results", Language::FindStrRegex);
    form("format", w -> Format(w.need("format"), w.spread("values").toArray(new Expr[0])), "values");
    one("length", Language::Length); one("lowercase", Language::LowerCase); one("ltrim", Language::LTrim);
    form("ngram", w -> w.has("min") || w.has("max") ? NGram(w.need("ngram"), w.need("min"), w.need("max")) : NGram(w.need("ngram")), "min", "max");
    one("regexescape", Language::RegexEscape); optional("repeat", Language::Repeat, "number", Language::Repeat);
    three("replacestr", "find", "replace", Language::ReplaceStr);
    three("replacestrregex", "pattern", "replace", Language::ReplaceStrRegex, "first", Language::ReplaceStrRegex);
    one("rtrim", Language::RTrim); one("space", Language::Space);
    optional("substring", Language::SubString, "start", Language::SubString, "length", Language::SubString);
    one("titlecase", Language::TitleCase); one("trim", Language::Trim); one("uppercase", Language::UpperCase);

    one("time", Language::Time); one("date", Language::Date); two("epoch", "unit", Language::Epoch); none("now", Language::Now);
    three("time_add", "offset", "unit", Language::TimeAdd); three("time_subtract", "offset", "unit", Language::TimeSubtract);
    three("time_diff", "other", "unit", Language::TimeDiff); one("day_of_month", Language::DayOfMonth);
    one("day_of_week", Language::DayOfWeek); one("day_of_year", Language::DayOfYear); one("second", Language::Second);
    one("minute", Language::Minute); one("hour", Language::Hour); one("month", Language::Month); one("year", Language::Year);

    optional("database", Language::Database, "scope", Language::Database); optional("index", Language::Index, "scope", Language::Index);
    optional("class", Language::Class, "scope", Language::Class); optional("collection", Language::Collection, "scope", Language::Collection);
    optional("function", Language::Function, "scope", Language::Function); optional("role", Language::Role, "scope", Language::Role);
    optional("access_provider", Language::AccessProvider, "scope", Language::AccessProvider);
    scope("databases", Language::Databases, Language::Databases); scope("indexes", Language::Indexes, Language::Indexes);
    scope("classes", Language::Classes, Language::Classes); scope("collections", Language::Collections, Language::Collections);
    scope("functions", Language::Functions, Language::Functions); scope("roles", Language::Roles, Language::Roles);
    scope("keys", Language::Keys, Language::Keys); scope("tokens", Language::Tokens, Language::Tokens);
    scope("credentials", Language::Credentials, Language::Credentials);
    scope("access_providers", Language::AccessProviders, Language::AccessProviders);
    none("next_id", Language::NextId); none("new_id", Language::NewId);

    many("equals", Language::Equals); many("lt", Language::LT); many("lte", Language::LTE); many("gt", Language::GT);
    many("gte", Language::GTE); many("and", Language::And); many("or", Language::Or); one("not", Language::Not);
    two("contains", "in", Language::Contains); two("contains_path", "in", Language::ContainsPath);
    two("contains_field", "in", Language::ContainsField); two("contains_value", "in", Language::ContainsValue);
    two("select", "from", Language::Select, "default", Language::Select); two("select_all", "from", Language::SelectAll);
    two("select_as_index", "from", Language::SelectAsIndex);

    one("abs", Language::Abs); one("acos", Language::Acos); many("add", Language::Add); one("asin", Language::Asin);
    one("atan", Language::Atan); many("bitand", Language::BitAnd); one("bitnot", Language::BitNot); many("bitor", Language::BitOr);
    many("bitxor", Language::BitXor); one("ceil", Language::Ceil); one("cos", Language::Cos); one("cosh", Language::Cosh);
    one("degrees", Language::Degrees); many("divide", Language::Divide); one("exp", Language::Exp); one("floor", Language::Floor);
    optional("hypot", Language::Hypot, "b", Language::Hypot); one("ln", Language::Ln); one("log", Language::Log);
    many("max", Language::Max); many("min", Language::Min); many("modulo", Language::Modulo); many("multiply", Language::Multiply);
    optional("pow", Language::Pow, "exp", Language::Pow); one("radians", Language::Radians);
    optional("round", Language::Round, "precision", Language::Round); one("sign", Language::Sign); one("sin", Language::Sin);
    one("sinh", Language::Sinh); one("sqrt", Language::Sqrt); many("subtract", Language::Subtract); one("tan", Language::Tan);
    one("tanh", Language::Tanh); optional("trunc", Language::Trunc, "precision", Language::Trunc);

    one("to_string", Language::ToString); one("to_number", Language::ToNumber); one("to_object", Language::ToObject);
    one("to_array", Language::ToArray); one("to_double", Language::ToDouble); one("to_integer", Language::ToInteger);
    one("to_time", Language::ToTime); one("to_date", Language::ToDate); one("to_seconds", Language::ToSeconds);
    one("to_millis", Language::ToMillis); one("to_micros", Language::ToMicros); one("is_number", Language::IsNumber);
    one("is_double", Language::IsDouble); one("is_integer", Language::IsInteger); one("is_boolean", Language::IsBoolean);
    one("is_null", Language::IsNull); one("is_bytes", Language::IsBytes); one("is_timestamp", Language::IsTimestamp);
    one("is_date", Language::IsDate); one("is_string", Language::IsString); one("is_array", Language::IsArray);
    one("is_object", Language::IsObject); one("is_ref", Language::IsRef); one("is_set", Language::IsSet);
    one("is_doc", Language::IsDoc); one("is_lambda", Language::IsLambda); one("is_collection", Language::IsCollection);
    one("is_database", Language::IsDatabase); one("is_index", Language::IsIndex); one("is_function", Language::IsFunction);
    one("is_key", Language::IsKey); one("is_token", Language::IsToken); one("is_credentials", Language::IsCredentials);
    one("is_role", Language::IsRole);
  }

  private static void form(String name, Function<Wire, Expr> build, String... others) {
    String[] takes = Arrays.copyOf(others, others.length + 1);
    takes[others.length] = name;
    FORMS.put(name, new Form(Arrays.asList(takes), build));
  }

  private static void none(String name, F0 call) {
    form(name, w -> call.call());
  }

  private static void one(String name, F1 call) {
    form(name, w -> call.call(w.need(name)));
  }

  private static void two(String a, String b, F2 call) {
    form(a, w -> call.call(w.need(a), w.need(b)), b);
  }

  /** `Map(collection, lambda)` sends `{"map": lambda, "collection": …}`. */
  private static void flipped(String a, String b, F2 call) {
    form(a, w -> call.call(w.need(b), w.need(a)), b);
  }

  private static void three(String a, String b, String c, F3 call) {
    form(a, w -> call.call(w.need(a), w.need(b), w.need(c)), b, c);
  }

  private static void four(String a, String b, String c, String d, F4 call) {
    form(a, w -> call.call(w.need(a), w.need(b), w.need(c), w.need(d)), b, c, d);
  }

  private static void optional(String a, F1 plain, String b, F2 full) {
    form(a, w -> w.has(b) ? full.call(w.need(a), w.need(b)) : plain.call(w.need(a)), b);
  }

  private static void optional(String a, F1 plain, String b, F2 more, String c, F3 full) {
    form(a, w -> w.has(c) ? full.call(w.need(a), w.need(b), w.need(c))
        : w.has(b) ? more.call(w.need(a), w.need(b)) : plain.call(w.need(a)), b, c);
  }

  private static void two(String a, String b, F2 plain, String c, F3 full) {
    form(a, w -> w.has(c) ? full.call(w.need(a), w.need(b), w.need(c)) : plain.call(w.need(a), w.need(b)), b, c);
  }

  private static void two(String a, String b, F2 plain, String c, F3 more, String d, F4 full) {
    form(a, w -> w.has(d) ? full.call(w.need(a), w.need(b), w.need(c), w.need(d))
        : w.has(c) ? more.call(w.need(a), w.need(b), w.need(c)) : plain.call(w.need(a), w.need(b)), b, c, d);
  }

  private static void three(String a, String b, String c, F3 plain, String d, F4 full) {
    form(a, w -> w.has(d) ? full.call(w.need(a), w.need(b), w.need(c), w.need(d))
        : plain.call(w.need(a), w.need(b), w.need(c)), b, c, d);
  }

  /** A builder of any number of arguments sends a lone one bare, so an array of one member is passed as that one argument. */
  private static void many(String name, FN call) {
    form(name, w -> call.call(w.spread(name)));
  }

  private static void oneAndMany(String a, String b, F1N call) {
    form(a, w -> call.call(w.need(a), w.spread(b)), b);
  }

  private static void scope(String name, F0 plain, F1 scoped) {
    form(name, w -> w.json.path(name).isNull() ? plain.call() : scoped.call(w.need(name)));
  }

  private static Expr paginate(Wire w) {
    Pagination page = Paginate(w.need("paginate"));
    Map<String, Function<Expr, Pagination>> options = new LinkedHashMap<>();
    options.put("ts", page::ts);
    options.put("cursor", page::cursor);
    options.put("before", page::before);
    options.put("after", page::after);
    options.put("size", page::size);
    options.put("events", page::events);
    options.put("sources", page::sources);
    options.forEach((key, set) -> { if (w.has(key)) set.apply(w.need(key)); });
    return page;
  }

  private Builders() {}
}
