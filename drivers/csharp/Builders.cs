using System;
using System.Collections.Generic;
using FaunaDB.Query;
using L = FaunaDB.Query.Language;

/// <summary>
/// Every function of the driver's query builder by its wire name: the wire keys that it takes and the call made of them. A key
/// with a question mark may be left out, and null is what the driver's optional parameters stand for that with.
/// </summary>
static class Builders
{
    public sealed class Row
    {
        public readonly HashSet<string> Takes;
        public readonly Func<Wire, Expr> Build;

        public Row(HashSet<string> takes, Func<Wire, Expr> build)
        {
            Takes = takes;
            Build = build;
        }
    }

    public static readonly SortedDictionary<string, Row> Rows = new SortedDictionary<string, Row>(StringComparer.Ordinal);

    static Builders()
    {
        One("abort", L.Abort); Two("at", "at", "expr", L.At);
        Form("var", w => L.Var(w.Text("var"))); Form("object", w => L.Obj(w.Members("object"))); Form("let", w => w.Let(), "in");
        Three("if", "if", "then", "else", L.If); Many("do", L.Do); Two("lambda", "lambda", "expr", L.Lambda);
        Form("call", w => L.Call(w["call"], w.Spread("arguments")), "arguments"); One("query", L.Query);
        Two("ref", "ref", "id", L.Ref);

        Two("map", "collection", "map", L.Map); Two("foreach", "collection", "foreach", L.Foreach);
        Two("filter", "collection", "filter", L.Filter); Two("take", "take", "collection", L.Take);
        Two("drop", "drop", "collection", L.Drop); Two("prepend", "prepend", "collection", L.Prepend);
        Two("append", "append", "collection", L.Append); One("is_empty", L.IsEmpty); One("is_nonempty", L.IsNonEmpty);
        Three("reduce", "reduce", "initial", "collection", L.Reduce); One("count", L.Count); One("sum", L.Sum);
        One("mean", L.Mean); One("any", L.Any); One("all", L.All); One("reverse", L.Reverse);

        Form("paginate", Paginate, "ts", "after", "before", "size", "events", "sources", "cursor"); Two("get", "get", "ts?", L.Get);
        Two("exists", "exists", "ts?", L.Exists); One("key_from_secret", L.KeyFromSecret);
        Two("create", "create", "params", L.Create); Two("update", "update", "params", L.Update);
        Two("replace", "replace", "params", L.Replace); One("delete", L.Delete);
        Four("insert", "insert", "ts", "action", "params", L.Insert);
        Three("remove", "remove", "ts", "action", L.Remove); One("create_class", L.CreateClass);
        One("create_collection", L.CreateCollection); One("create_database", L.CreateDatabase);
        One("create_index", L.CreateIndex); One("create_key", L.CreateKey); One("create_function", L.CreateFunction);
        One("create_role", L.CreateRole); One("create_access_provider", L.CreateAccessProvider);
        Two("move_database", "move_database", "to", L.MoveDatabase);

        Form("match", w => L.Match(w["match"], w.Spread("terms")), "terms"); Many("union", L.Union);
        Many("intersection", L.Intersection); Many("difference", L.Difference); One("distinct", L.Distinct);
        Two("join", "join", "with", L.Join); Three("range", "range", "from", "to", L.Range);
        One("singleton", L.Singleton); One("events", L.Events); One("documents", L.Documents);
        Form("merge", w => w.Has("lambda") ? L.Merge(w["merge"], w["with"], w["lambda"]) : L.Merge(w["merge"], w["with"]), "with", "lambda");

        Two("login", "login", "params", L.Login); One("logout", L.Logout);
        Two("identify", "identify", "password", L.Identify); None("identity", L.Identity);
        None("current_identity", L.CurrentIdentity); None("current_token", L.CurrentToken);
        None("has_identity", L.HasIdentity); None("has_current_identity", L.HasCurrentIdentity);
        None("has_current_token", L.HasCurrentToken);

        Two("concat", "concat", "separator?", L.Concat); Two("casefold", "casefold", "normalizer?", L.Casefold);
        Two("containsstr", "containsstr", "search", L.ContainsStr);
        Two("containsstrregex", "containsstrregex", "pattern", L.ContainsStrRegex);
        Two("startswith", "startswith", "search", L.StartsWith); Two("endswith", "endswith", "search", L.EndsWith);
        Three("findstr", "findstr", "find", "start?", L.FindStr);
        Four("findstrregex", "findstrregex", "pattern", "start?", "num_results?", L.FindStrRegex);
        Form("format", w => L.Format(w["format"], w.Spread("values")), "values"); One("length", L.Length);
        One("lowercase", L.LowerCase); One("ltrim", L.LTrim); Three("ngram", "ngram", "min?", "max?", L.NGram);
        One("regexescape", L.RegexEscape);
        Form("repeat", w => w.Has("number") ? L.Repeat(w["repeat"], w["number"]) : L.Repeat(w["repeat"]), "number");
        Three("replacestr", "replacestr", "find", "replace", L.ReplaceStr);
        Four("replacestrregex", "replacestrregex", "pattern", "replace", "first?", L.ReplaceStrRegex);
        One("rtrim", L.RTrim); One("space", L.Space); Three("substring", "substring", "start?", "length?", L.SubString);
        One("titlecase", L.TitleCase); One("trim", L.Trim); One("uppercase", L.UpperCase);

        One("time", L.Time); One("date", L.Date); Two("epoch", "epoch", "unit", L.Epoch); None("now", L.Now);
        Three("time_add", "time_add", "offset", "unit", L.TimeAdd);
        Three("time_diff", "time_diff", "other", "unit", L.TimeDiff);
        Three("time_subtract", "time_subtract", "offset", "unit", L.TimeSubtract); One("day_of_month", L.DayOfMonth);
        One("day_of_week", L.DayOfWeek); One("day_of_year", L.DayOfYear); One("second", L.Second);
        One("minute", L.Minute); One("hour", L.Hour); One("month", L.Month); One("year", L.Year);

        Two("database", "database", "scope?", L.Database); Two("index", "index", "scope?", L.Index);
        Two("class", "class", "scope?", L.Class); Two("collection", "collection", "scope?", L.Collection);
        Two("function", "function", "scope?", L.Function); Two("role", "role", "scope?", L.Role);
        Two("access_provider", "access_provider", "scope?", L.AccessProvider); Scope("databases", L.Databases);
        Scope("indexes", L.Indexes); Scope("classes", L.Classes); Scope("collections", L.Collections);
        Scope("functions", L.Functions); Scope("roles", L.Roles); Scope("keys", L.Keys); Scope("tokens", L.Tokens);
        Scope("credentials", L.Credentials); Scope("access_providers", L.AccessProviders); None("next_id", L.NextId);
        None("new_id", L.NewId);

        Many("equals", L.EqualsFn); Many("lt", L.LT); Many("lte", L.LTE); Many("gt", L.GT); Many("gte", L.GTE);
        Many("and", L.And); Many("or", L.Or); One("not", L.Not); Two("contains", "contains", "in", L.Contains);
        Two("contains_path", "contains_path", "in", L.ContainsPath);
        Two("contains_field", "contains_field", "in", L.ContainsField);
        Two("contains_value", "contains_value", "in", L.ContainsValue);
        Three("select", "select", "from", "default?", L.Select); Two("select_all", "select_all", "from", L.SelectAll);

        One("abs", L.Abs); One("acos", L.Acos); Many("add", L.Add); One("asin", L.Asin); One("atan", L.Atan);
        Many("bitand", L.BitAnd); One("bitnot", L.BitNot); Many("bitor", L.BitOr); Many("bitxor", L.BitXor);
        One("ceil", L.Ceil); One("cos", L.Cos); One("cosh", L.Cosh); One("degrees", L.Degrees); Many("divide", L.Divide);
        One("exp", L.Exp); One("floor", L.Floor); Two("hypot", "hypot", "b?", L.Hypot); One("ln", L.Ln);
        One("log", L.Log); Many("max", L.Max); Many("min", L.Min); Many("modulo", L.Modulo);
        Many("multiply", L.Multiply); Two("pow", "pow", "exp?", L.Pow); One("radians", L.Radians);
        Two("round", "round", "precision?", L.Round); One("sign", L.Sign); One("sin", L.Sin); One("sinh", L.Sinh);
        One("sqrt", L.Sqrt); Many("subtract", L.Subtract); One("tan", L.Tan); One("tanh", L.Tanh);
        Two("trunc", "trunc", "precision?", L.Trunc);

        One("to_string", L.ToStringExpr); One("to_number", L.ToNumber); One("to_object", L.ToObject);
        One("to_array", L.ToArray); One("to_double", L.ToDouble); One("to_integer", L.ToInteger);
        One("to_time", L.ToTime); One("to_date", L.ToDate); One("to_seconds", L.ToSeconds); One("to_millis", L.ToMillis);
        One("to_micros", L.ToMicros); One("is_number", L.IsNumber); One("is_double", L.IsDouble);
        One("is_integer", L.IsInteger); One("is_boolean", L.IsBoolean); One("is_null", L.IsNull);
        One("is_bytes", L.IsBytes); One("is_timestamp", L.IsTimestamp); One("is_date", L.IsDate);
        One("is_string", L.IsString); One("is_array", L.IsArray); One("is_object", L.IsObject); One("is_ref", L.IsRef);
        One("is_set", L.IsSet); One("is_doc", L.IsDoc); One("is_lambda", L.IsLambda);
        One("is_collection", L.IsCollection); One("is_database", L.IsDatabase); One("is_index", L.IsIndex);
        One("is_function", L.IsFunction); One("is_key", L.IsKey); One("is_token", L.IsToken);
        One("is_credentials", L.IsCredentials); One("is_role", L.IsRole);    }

    static void Form(string name, Func<Wire, Expr> build, params string[] others)
    {
        var takes = new HashSet<string>(others);
        takes.Add(name);
        Rows[name] = new Row(takes, build);
    }

    static void None(string name, Func<Expr> call) => Form(name, w => call());

    static void One(string name, Func<Expr, Expr> call) => Form(name, w => call(w[name]));

    static void Two(string name, string a, string b, Func<Expr, Expr, Expr> call) =>
        Form(name, w => call(w.Argument(a), w.Argument(b)), Key(a), Key(b));

    static void Three(string name, string a, string b, string c, Func<Expr, Expr, Expr, Expr> call) =>
        Form(name, w => call(w.Argument(a), w.Argument(b), w.Argument(c)), Key(a), Key(b), Key(c));

    static void Four(string name, string a, string b, string c, string d, Func<Expr, Expr, Expr, Expr, Expr> call) =>
        Form(name, w => call(w.Argument(a), w.Argument(b), w.Argument(c), w.Argument(d)), Key(a), Key(b), Key(c), Key(d));

    /// <summary>A builder of any number of arguments sends a lone one bare, so an array of one member is passed as that one.</summary>
    static void Many(string name, Func<Expr[], Expr> call) => Form(name, w => call(w.Spread(name)));

    static void Scope(string name, Func<Expr, Expr> call) => Form(name, w => call(w.IsNull(name) ? null : w[name]));

    static string Key(string parameter) => parameter.TrimEnd('?');

    static Expr Paginate(Wire w) =>
        L.Paginate(
            w["paginate"],
            ts: w.Argument("ts?"),
            after: w.Argument("after?"),
            before: w.Argument("before?"),
            size: w.Argument("size?"),
            events: w.Argument("events?"),
            sources: w.Argument("sources?"),
            cursor: w.Has("cursor") ? L.RawCursor(w["cursor"]) : null);
}
