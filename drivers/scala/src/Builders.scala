import faunadb.query._

/** Every function of the driver's query builder by its wire name: the wire keys that it takes and the call made of them. */
object Builders {
  final class Form(val takes: Set[String], val build: Wire => Expr)

  private val forms = collection.mutable.TreeMap.empty[String, Form]

  def get(name: String): Option[Form] = forms.get(name)

  def names: Iterable[String] = forms.keys

  // In parts: one method of all of them would be too large for the JVM.
  basic(); documents(); strings(); numbers()

  private def basic(): Unit = {
    one("abort", Abort(_)); two("at", "at", "expr", At(_, _)); form("var")(w => Var(w.text("var"))); form("object")(w => Obj(w.members("object"): _*))
    form("let", "in")(w => Let(w.members("let"), w("in")))
    three("if", "if", "then", "else", If(_, _, _)); form("do")(w => Do(w.all("do"): _*))
    two("lambda", "lambda", "expr", Lambda(_, _)); form("call", "arguments")(w => Call(w("call"), w.spread("arguments"): _*)); one("query", Query(_))
    two("ref", "ref", "id", Ref(_, _))

    two("map", "collection", "map", Map(_, _)); two("foreach", "collection", "foreach", Foreach(_, _))
    two("filter", "collection", "filter", Filter(_, _)); two("take", "take", "collection", Take(_, _))
    two("drop", "drop", "collection", Drop(_, _)); two("prepend", "prepend", "collection", Prepend(_, _))
    two("append", "append", "collection", Append(_, _)); one("is_empty", IsEmpty(_))
    one("is_nonempty", IsNonEmpty(_)); three("reduce", "reduce", "initial", "collection", Reduce(_, _, _))
    one("count", Count(_)); one("sum", Sum(_)); one("mean", Mean(_)); one("any", Any(_)); one("all", All(_))
    one("reverse", Reverse(_))
  }

  private def documents(): Unit = {
    form("paginate", "before", "after", "cursor", "ts", "size", "sources", "events")(paginate)
    opt("get", Get(_), "ts", Get(_, _)); opt("exists", Exists(_), "ts", Exists(_, _)); one("key_from_secret", KeyFromSecret(_))
    two("create", "create", "params", Create(_, _)); two("update", "update", "params", Update(_, _))
    two("replace", "replace", "params", Replace(_, _)); one("delete", Delete(_))
    four("insert", "insert", "ts", "action", "params", Insert(_, _, _, _))
    three("remove", "remove", "ts", "action", Remove(_, _, _)); one("create_class", CreateClass(_))
    one("create_collection", CreateCollection(_)); one("create_database", CreateDatabase(_))
    one("create_index", CreateIndex(_)); one("create_key", CreateKey(_)); one("create_function", CreateFunction(_))
    one("create_role", CreateRole(_)); one("create_access_provider", CreateAccessProvider(_))
    two("move_database", "move_database", "to", MoveDatabase(_, _))

    form("match", "terms")(w => Match(w("match"), w.spread("terms"): _*)); many("union", Union(_: _*)); many("intersection", Intersection(_: _*))
    many("difference", Difference(_: _*)); one("distinct", Distinct(_)); two("join", "join", "with", Join(_, _))
    three("range", "range", "from", "to", Range(_, _, _)); one("singleton", Singleton(_)); one("events", Events(_))
    one("documents", Documents(_)); opt2("merge", "with", Merge(_, _), "lambda", Merge(_, _, _))

    two("login", "login", "params", Login(_, _)); one("logout", Logout(_))
    two("identify", "identify", "password", Identify(_, _)); none("identity", Identity())
    none("current_identity", CurrentIdentity()); none("current_token", CurrentToken())
    none("has_identity", HasIdentity()); none("has_current_identity", HasCurrentIdentity())
    none("has_current_token", HasCurrentToken())
  }

  private def strings(): Unit = {
    opt("concat", Concat(_), "separator", Concat(_, _)); opt("casefold", Casefold(_), "normalizer", Casefold(_, _))
    two("containsstr", "containsstr", "search", ContainsStr(_, _))
    two("containsstrregex", "containsstrregex", "pattern", ContainsStrRegex(_, _))
    two("startswith", "startswith", "search", StartsWith(_, _))
    two("endswith", "endswith", "search", EndsWith(_, _)); opt2("findstr", "find", FindStr(_, _), "start", FindStr(_, _, _))
    // Without a start it cannot be called.
    form("findstrregex", "pattern", "start", "num_results")(w =>
      if (w.has("num_results")) FindStrRegex(w("findstrregex"), w("pattern"), w("start"), w("num_results"))
      else FindStrRegex(w("findstrregex"), w("pattern"), w("start")))
    form("format", "values")(w => Format(w("format"), w.spread("values"): _*))
    one("length", Length(_)); one("lowercase", LowerCase(_)); one("ltrim", LTrim(_))
    form("ngram", "min", "max")(w => NGram(w("ngram"), w.orNull("min"), w.orNull("max"))); one("regexescape", RegexEscape(_)); opt("repeat", Repeat(_), "number", Repeat(_, _))
    three("replacestr", "replacestr", "find", "replace", ReplaceStr(_, _, _))
    form("replacestrregex", "pattern", "replace", "first")(w =>
      if (w.has("first")) ReplaceStrRegex(w("replacestrregex"), w("pattern"), w("replace"), w("first"))
      else ReplaceStrRegex(w("replacestrregex"), w("pattern"), w("replace")))
    one("rtrim", RTrim(_))
    one("space", Space(_)); form("substring", "start", "length")(w =>
      if (w.has("length")) SubString(w("substring"), w("start"), w("length"))
      else if (w.has("start")) SubString(w("substring"), w("start"))
      else SubString(w("substring")))
    one("titlecase", TitleCase(_))
    one("trim", Trim(_)); one("uppercase", UpperCase(_))

    one("time", Time(_)); one("date", Date(_)); two("epoch", "epoch", "unit", Epoch(_, _)); none("now", Now())
    three("time_add", "time_add", "offset", "unit", TimeAdd(_, _, _))
    three("time_diff", "time_diff", "other", "unit", TimeDiff(_, _, _))
    three("time_subtract", "time_subtract", "offset", "unit", TimeSubtract(_, _, _))
    one("day_of_month", DayOfMonth(_)); one("day_of_week", DayOfWeek(_)); one("day_of_year", DayOfYear(_))
    one("second", Second(_)); one("minute", Minute(_)); one("hour", Hour(_)); one("month", Month(_))
    one("year", Year(_))

    opt("database", Database(_), "scope", Database(_, _)); opt("index", Index(_), "scope", Index(_, _)); opt("class", Class(_), "scope", Class(_, _))
    opt("collection", Collection(_), "scope", Collection(_, _)); opt("function", Function(_), "scope", Function(_, _)); opt("role", Role(_), "scope", Role(_, _))
    opt("access_provider", AccessProvider(_), "scope", AccessProvider(_, _)); scope("databases", Databases(), Databases(_))
    scope("indexes", Indexes(), Indexes(_)); scope("classes", Classes(), Classes(_))
    scope("collections", Collections(), Collections(_)); scope("functions", Functions(), Functions(_))
    scope("roles", Roles(), Roles(_)); scope("keys", Keys(), Keys(_)); scope("tokens", Tokens(), Tokens(_))
    scope("credentials", Credentials(), Credentials(_))
    scope("access_providers", AccessProviders(), AccessProviders(_)); none("next_id", NextId())
    none("new_id", NewId())
  }

  private def numbers(): Unit = {
    many("equals", Equals(_: _*)); many("lt", LT(_: _*)); many("lte", LTE(_: _*)); many("gt", GT(_: _*))
    many("gte", GTE(_: _*)); many("and", And(_: _*)); many("or", Or(_: _*)); one("not", Not(_))
    two("contains", "contains", "in", Contains(_, _))
    two("contains_path", "contains_path", "in", ContainsPath(_, _))
    two("contains_field", "contains_field", "in", ContainsField(_, _))
    two("contains_value", "contains_value", "in", ContainsValue(_, _)); opt2("select", "from", Select(_, _), "default", Select(_, _, _))
    two("select_all", "select_all", "from", SelectAll(_, _)); two("select_as_index", "select_as_index", "from", SelectAsIndex(_, _))

    one("abs", Abs(_)); one("acos", Acos(_)); many("add", Add(_: _*)); one("asin", Asin(_)); one("atan", Atan(_))
    many("bitand", BitAnd(_: _*)); one("bitnot", BitNot(_)); many("bitor", BitOr(_: _*))
    many("bitxor", BitXor(_: _*)); one("ceil", Ceil(_)); one("cos", Cos(_)); one("cosh", Cosh(_))
    one("degrees", Degrees(_)); many("divide", Divide(_: _*)); one("exp", Exp(_)); one("floor", Floor(_))
    opt("hypot", Hypot(_), "b", Hypot(_, _)); one("ln", Ln(_)); one("log", Log(_)); many("max", Max(_: _*)); many("min", Min(_: _*))
    many("modulo", Modulo(_: _*)); many("multiply", Multiply(_: _*)); opt("pow", Pow(_), "exp", Pow(_, _))
    one("radians", Radians(_)); opt("round", Round(_), "precision", Round(_, _)); one("sign", Sign(_)); one("sin", Sin(_))
    one("sinh", Sinh(_)); one("sqrt", Sqrt(_)); many("subtract", Subtract(_: _*)); one("tan", Tan(_))
    one("tanh", Tanh(_)); opt("trunc", Trunc(_), "precision", Trunc(_, _))

    one("to_string", ToString(_)); one("to_number", ToNumber(_)); one("to_object", ToObject(_))
    one("to_array", ToArray(_)); one("to_double", ToDouble(_)); one("to_integer", ToInteger(_))
    one("to_time", ToTime(_)); one("to_date", ToDate(_)); one("to_seconds", ToSeconds(_))
    one("to_millis", ToMillis(_)); one("to_micros", ToMicros(_)); one("is_number", IsNumber(_))
    one("is_double", IsDouble(_)); one("is_integer", IsInteger(_)); one("is_boolean", IsBoolean(_))
    one("is_null", IsNull(_)); one("is_bytes", IsBytes(_)); one("is_timestamp", IsTimestamp(_))
    one("is_date", IsDate(_)); one("is_string", IsString(_)); one("is_array", IsArray(_))
    one("is_object", IsObject(_)); one("is_ref", IsRef(_)); one("is_set", IsSet(_)); one("is_doc", IsDoc(_))
    one("is_lambda", IsLambda(_)); one("is_collection", IsCollection(_)); one("is_database", IsDatabase(_))
    one("is_index", IsIndex(_)); one("is_function", IsFunction(_)); one("is_key", IsKey(_))
    one("is_token", IsToken(_)); one("is_credentials", IsCredentials(_)); one("is_role", IsRole(_))
  }

  private def form(name: String, others: String*)(build: Wire => Expr): Unit =
    forms(name) = new Form(others.toSet + name, build)

  private def none(name: String, call: => Expr): Unit = form(name)(_ => call)

  private def one(name: String, call: Expr => Expr): Unit = form(name)(w => call(w(name)))

  private def two(name: String, a: String, b: String, call: (Expr, Expr) => Expr): Unit =
    form(name, a, b)(w => call(w(a), w(b)))

  private def three(name: String, a: String, b: String, c: String, call: (Expr, Expr, Expr) => Expr): Unit =
    form(name, a, b, c)(w => call(w(a), w(b), w(c)))

  private def four(name: String, a: String, b: String, c: String, d: String, call: (Expr, Expr, Expr, Expr) => Expr): Unit =
    form(name, a, b, c, d)(w => call(w(a), w(b), w(c), w(d)))

  private def opt(a: String, plain: Expr => Expr, b: String, full: (Expr, Expr) => Expr): Unit =
    form(a, b)(w => if (w.has(b)) full(w(a), w(b)) else plain(w(a)))

  private def opt2(a: String, b: String, plain: (Expr, Expr) => Expr, c: String, full: (Expr, Expr, Expr) => Expr): Unit =
    form(a, b, c)(w => if (w.has(c)) full(w(a), w(b), w(c)) else plain(w(a), w(b)))

  /** A builder of any number of arguments sends a lone one bare, so an array of one member is passed as that one argument. */
  private def many(name: String, call: Seq[Expr] => Expr): Unit = form(name)(w => call(w.spread(name)))

  private def scope(name: String, plain: => Expr, scoped: Expr => Expr): Unit =
    form(name)(w => if (w.isNull(name)) plain else scoped(w(name)))

  private def paginate(w: Wire): Expr = {
    val cursor = Seq("before", "after", "cursor").filter(w.has) match {
      case Seq()         => NoCursor
      case Seq("before") => Before(w("before"))
      case Seq("after")  => After(w("after"))
      case Seq("cursor") => RawCursor(w("cursor"))
      case several       => throw new Unsupported(s"paginate with ${several.mkString(" and ")}")
    }
    Paginate(w("paginate"), cursor, w.orNull("ts"), w.orNull("size"), w.orNull("sources"), w.orNull("events"))
  }
}
