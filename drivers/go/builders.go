package main

import f "github.com/fauna/faunadb-go/v4/faunadb"

// A form is one function of the query builder: the wire keys that it takes and the call that makes it of them.
type form struct {
	takes []string
	build func(w object) f.Expr
}

type options map[string]func(any) f.OptionalParameter

// forms has every function of the driver's query builder by its wire name. The driver has no ngram.
var forms map[string]form

// Not a variable's initializer: the forms refer to `expression`, which looks forms up.
func init() {
	forms = map[string]form{
		"abort": one("abort", f.Abort), "at": two("at", "expr", f.At), "if": three("if", "then", "else", f.If),
		"do": all("do", f.Do), "lambda": two("lambda", "expr", f.Lambda), "query": one("query", f.Query),
		"call": oneAndMany("call", "arguments", f.Call), "ref": two("ref", "id", f.RefCollection),
		"var": {[]string{"var"}, variable}, "object": {[]string{"object"}, literalObject}, "let": {[]string{"let", "in"}, let},

		"map": two("collection", "map", f.Map), "foreach": two("collection", "foreach", f.Foreach),
		"filter": two("collection", "filter", f.Filter), "take": two("take", "collection", f.Take),
		"drop": two("drop", "collection", f.Drop), "prepend": two("prepend", "collection", f.Prepend),
		"append": two("append", "collection", f.Append), "is_empty": one("is_empty", f.IsEmpty),
		"is_nonempty": one("is_nonempty", f.IsNonEmpty), "reduce": three("reduce", "initial", "collection", f.Reduce),
		"count": one("count", f.Count), "sum": one("sum", f.Sum), "mean": one("mean", f.Mean), "any": one("any", f.Any),
		"all": one("all", f.All), "reverse": one("reverse", f.Reverse),

		"get": one_("get", f.Get, options{"ts": f.TS}), "exists": one_("exists", f.Exists, options{"ts": f.TS}),
		"paginate": one_("paginate", f.Paginate, options{"ts": f.TS, "cursor": f.Cursor, "after": f.After, "before": f.Before,
			"events": f.EventsOpt, "size": f.Size, "sources": f.Sources}),
		"key_from_secret": one("key_from_secret", f.KeyFromSecret), "create": two("create", "params", f.Create),
		"update": two("update", "params", f.Update), "replace": two("replace", "params", f.Replace),
		"delete": one("delete", f.Delete), "insert": four("insert", "ts", "action", "params", f.Insert),
		"remove": three("remove", "ts", "action", f.Remove), "create_class": one("create_class", f.CreateClass),
		"create_collection": one("create_collection", f.CreateCollection),
		"create_database":   one("create_database", f.CreateDatabase), "create_index": one("create_index", f.CreateIndex),
		"create_key": one("create_key", f.CreateKey), "create_function": one("create_function", f.CreateFunction),
		"create_role":            one("create_role", f.CreateRole),
		"create_access_provider": one("create_access_provider", f.CreateAccessProvider),
		"move_database":          two("move_database", "to", f.MoveDatabase),

		"match": {[]string{"match", "terms"}, match}, "union": many("union", f.Union),
		"intersection": many("intersection", f.Intersection), "difference": many("difference", f.Difference),
		"distinct": one("distinct", f.Distinct), "join": two("join", "with", f.Join),
		"range": three("range", "from", "to", f.Range), "singleton": one("singleton", f.Singleton),
		"events": one("events", f.Events), "documents": one("documents", f.Documents),
		"merge": two_("merge", "with", f.Merge, options{"lambda": f.ConflictResolver}),

		"login": two("login", "params", f.Login), "logout": one("logout", f.Logout),
		"identify": two("identify", "password", f.Identify), "identity": none("identity", f.Identity),
		"has_identity": none("has_identity", f.HasIdentity), "current_identity": none("current_identity", f.CurrentIdentity),
		"has_current_identity": none("has_current_identity", f.HasCurrentIdentity),
		"current_token":        none("current_token", f.CurrentToken), "has_current_token": none("has_current_token", f.HasCurrentToken),

		"concat":      one_("concat", f.Concat, options{"separator": f.Separator}),
		"casefold":    one_("casefold", f.Casefold, options{"normalizer": f.Normalizer}),
		"containsstr": two("containsstr", "search", f.ContainsStr), "startswith": two("startswith", "search", f.StartsWith),
		"containsstrregex": two("containsstrregex", "pattern", f.ContainsStrRegex),
		"endswith":         two("endswith", "search", f.EndsWith), "findstr": two_("findstr", "find", f.FindStr, options{"start": f.Start}),
		"findstrregex": two_("findstrregex", "pattern", f.FindStrRegex, options{"start": f.Start, "num_results": f.NumResults}),
		"format":       oneAndMany("format", "values", f.Format), "length": one("length", f.Length),
		"lowercase": one("lowercase", f.LowerCase), "ltrim": one("ltrim", f.LTrim),
		"regexescape": one("regexescape", f.RegexEscape), "repeat": one_("repeat", f.Repeat, options{"number": f.Number}),
		"replacestr":      three("replacestr", "find", "replace", f.ReplaceStr),
		"replacestrregex": three_("replacestrregex", "pattern", "replace", f.ReplaceStrRegex, options{"first": onlyFirst}),
		"rtrim":           one("rtrim", f.RTrim), "space": one("space", f.Space),
		"substring": two_("substring", "start", f.SubString, options{"length": f.StrLength}),
		"titlecase": one("titlecase", f.TitleCase), "trim": one("trim", f.Trim), "uppercase": one("uppercase", f.UpperCase),

		"time": one("time", f.Time), "date": one("date", f.Date), "epoch": two("epoch", "unit", f.Epoch), "now": none("now", f.Now),
		"time_add": three("time_add", "offset", "unit", f.TimeAdd), "time_diff": three("time_diff", "other", "unit", f.TimeDiff),
		"time_subtract": three("time_subtract", "offset", "unit", f.TimeSubtract), "second": one("second", f.Second),
		"day_of_month": one("day_of_month", f.DayOfMonth), "day_of_week": one("day_of_week", f.DayOfWeek),
		"day_of_year": one("day_of_year", f.DayOfYear), "minute": one("minute", f.Minute), "hour": one("hour", f.Hour),
		"month": one("month", f.Month), "year": one("year", f.Year),

		"database": scoped("database", f.Database, f.ScopedDatabase), "index": scoped("index", f.Index, f.ScopedIndex),
		"class": scoped("class", f.Class, f.ScopedClass), "collection": scoped("collection", f.Collection, f.ScopedCollection),
		"function": scoped("function", f.Function, f.ScopedFunction), "role": scoped("role", f.Role, f.ScopedRole),
		"access_provider": scoped("access_provider", f.AccessProvider, f.ScopedAccessProvider),
		"databases":       native("databases", f.Databases, f.ScopedDatabases), "indexes": native("indexes", f.Indexes, f.ScopedIndexes),
		"classes": native("classes", f.Classes, f.ScopedClasses), "roles": native("roles", f.Roles, f.ScopedRoles),
		"collections": native("collections", f.Collections, f.ScopedCollections),
		"functions":   native("functions", f.Functions, f.ScopedFunctions), "keys": native("keys", f.Keys, f.ScopedKeys),
		"tokens": native("tokens", f.Tokens, f.ScopedTokens), "credentials": native("credentials", f.Credentials, f.ScopedCredentials),
		"access_providers": native("access_providers", f.AccessProviders, f.ScopedAccessProviders),
		"next_id":          none("next_id", f.NextID), "new_id": none("new_id", f.NewId),

		"equals": many("equals", f.Equals), "lt": many("lt", f.LT), "lte": many("lte", f.LTE), "gt": many("gt", f.GT),
		"gte": many("gte", f.GTE), "and": many("and", f.And), "or": many("or", f.Or), "not": one("not", f.Not),
		"contains": two("contains", "in", f.Contains), "contains_path": two("contains_path", "in", f.ContainsPath),
		"contains_field": two("contains_field", "in", f.ContainsField), "contains_value": two("contains_value", "in", f.ContainsValue),
		"select": two_("select", "from", f.Select, options{"default": f.Default}), "select_all": two("select_all", "from", f.SelectAll),

		"abs": one("abs", f.Abs), "acos": one("acos", f.Acos), "add": many("add", f.Add), "asin": one("asin", f.Asin),
		"atan": one("atan", f.Atan), "bitand": many("bitand", f.BitAnd), "bitnot": one("bitnot", f.BitNot),
		"bitor": many("bitor", f.BitOr), "bitxor": many("bitxor", f.BitXor), "ceil": one("ceil", f.Ceil), "cos": one("cos", f.Cos),
		"cosh": one("cosh", f.Cosh), "degrees": one("degrees", f.Degrees), "divide": many("divide", f.Divide), "exp": one("exp", f.Exp),
		"floor": one("floor", f.Floor), "hypot": two("hypot", "b", f.Hypot), "ln": one("ln", f.Ln), "log": one("log", f.Log),
		"max": many("max", f.Max), "min": many("min", f.Min), "modulo": many("modulo", f.Modulo), "multiply": many("multiply", f.Multiply),
		"pow": two("pow", "exp", f.Pow), "radians": one("radians", f.Radians),
		"round": one_("round", f.Round, options{"precision": f.Precision}), "sign": one("sign", f.Sign), "sin": one("sin", f.Sin),
		"sinh": one("sinh", f.Sinh), "sqrt": one("sqrt", f.Sqrt), "subtract": many("subtract", f.Subtract), "tan": one("tan", f.Tan),
		"tanh": one("tanh", f.Tanh), "trunc": one_("trunc", f.Trunc, options{"precision": f.Precision}),

		"to_string": one("to_string", f.ToString), "to_number": one("to_number", f.ToNumber), "to_object": one("to_object", f.ToObject),
		"to_array": one("to_array", f.ToArray), "to_double": one("to_double", f.ToDouble), "to_integer": one("to_integer", f.ToInteger),
		"to_time": one("to_time", f.ToTime), "to_date": one("to_date", f.ToDate), "to_seconds": one("to_seconds", f.ToSeconds),
		"to_millis": one("to_millis", f.ToMillis), "to_micros": one("to_micros", f.ToMicros), "is_number": one("is_number", f.IsNumber),
		"is_double": one("is_double", f.IsDouble), "is_integer": one("is_integer", f.IsInteger), "is_boolean": one("is_boolean", f.IsBoolean),
		"is_null": one("is_null", f.IsNull), "is_bytes": one("is_bytes", f.IsBytes), "is_timestamp": one("is_timestamp", f.IsTimestamp),
		"is_date": one("is_date", f.IsDate), "is_string": one("is_string", f.IsString), "is_array": one("is_array", f.IsArray),
		"is_object": one("is_object", f.IsObject), "is_ref": one("is_ref", f.IsRef), "is_set": one("is_set", f.IsSet),
		"is_doc": one("is_doc", f.IsDoc), "is_lambda": one("is_lambda", f.IsLambda), "is_collection": one("is_collection", f.IsCollection),
		"is_database": one("is_database", f.IsDatabase), "is_index": one("is_index", f.IsIndex), "is_function": one("is_function", f.IsFunction),
		"is_key": one("is_key", f.IsKey), "is_token": one("is_token", f.IsToken), "is_credentials": one("is_credentials", f.IsCredentials),
		"is_role": one("is_role", f.IsRole),
	}
}

func none(key string, fn func() f.Expr) form {
	return form{[]string{key}, func(object) f.Expr { return fn() }}
}

func one(key string, fn func(any) f.Expr) form {
	return form{[]string{key}, func(w object) f.Expr { return fn(w.need(key)) }}
}

func two(a, b string, fn func(x, y any) f.Expr) form {
	return form{[]string{a, b}, func(w object) f.Expr { return fn(w.need(a), w.need(b)) }}
}

func three(a, b, c string, fn func(x, y, z any) f.Expr) form {
	return form{[]string{a, b, c}, func(w object) f.Expr { return fn(w.need(a), w.need(b), w.need(c)) }}
}

func four(a, b, c, d string, fn func(w, x, y, z any) f.Expr) form {
	return form{[]string{a, b, c, d}, func(w object) f.Expr { return fn(w.need(a), w.need(b), w.need(c), w.need(d)) }}
}

// The names with an underscore take optional parameters besides.
func one_(a string, fn func(any, ...f.OptionalParameter) f.Expr, o options) form {
	return form{o.keys(a), func(w object) f.Expr { return fn(w.need(a), o.of(w)...) }}
}

func two_(a, b string, fn func(x, y any, o ...f.OptionalParameter) f.Expr, o options) form {
	return form{o.keys(a, b), func(w object) f.Expr { return fn(w.need(a), w.need(b), o.of(w)...) }}
}

func three_(a, b, c string, fn func(x, y, z any, o ...f.OptionalParameter) f.Expr, o options) form {
	return form{o.keys(a, b, c), func(w object) f.Expr { return fn(w.need(a), w.need(b), w.need(c), o.of(w)...) }}
}

// A builder of any number of arguments sends a lone one bare, so an array of one member is passed as that one argument.
func many(key string, fn func(...any) f.Expr) form {
	return form{[]string{key}, func(w object) f.Expr { return fn(w.spread(key)...) }}
}

func oneAndMany(a, b string, fn func(any, ...any) f.Expr) form {
	return form{[]string{a, b}, func(w object) f.Expr { return fn(w.need(a), w.spread(b)...) }}
}

// Do is the one that never sends a lone argument bare.
func all(key string, fn func(...any) f.Expr) form {
	return form{[]string{key}, func(w object) f.Expr {
		if items, ok := w.value(key).([]any); ok {
			return fn(expressions(items)...)
		}
		return fn(w.need(key))
	}}
}

func scoped(key string, plain func(any) f.Expr, inDatabase func(name, scope any) f.Expr) form {
	return form{[]string{key, "scope"}, func(w object) f.Expr {
		if w.has("scope") {
			return inDatabase(w.need(key), w.need("scope"))
		}
		return plain(w.need(key))
	}}
}

func native(key string, plain func() f.Expr, inDatabase func(any) f.Expr) form {
	return form{[]string{key}, func(w object) f.Expr {
		if w.value(key) == nil {
			return plain()
		}
		return inDatabase(w.need(key))
	}}
}

func (o options) keys(required ...string) []string {
	for key := range o {
		required = append(required, key)
	}
	return required
}

func (o options) of(w object) (given []f.OptionalParameter) {
	for _, member := range w {
		if option, ok := o[member.key]; ok {
			given = append(given, option(expression(member.value)))
		}
	}
	return given
}

func onlyFirst(value any) f.OptionalParameter {
	if value != any(f.BooleanV(true)) {
		panic(unsupported("replacestrregex with first other than true"))
	}
	return f.OnlyFirst()
}

func match(w object) f.Expr {
	if w.has("terms") {
		return f.MatchTerm(w.need("match"), w.need("terms"))
	}
	return f.Match(w.need("match"))
}

func variable(w object) f.Expr {
	if name, ok := w.value("var").(string); ok {
		return f.Var(name)
	}
	panic(unsupported("var with a name that is no string"))
}

func literalObject(w object) f.Expr {
	members, ok := w.value("object").(object)
	if !ok {
		panic(unsupported("object of something that is no object"))
	}
	result := f.Obj{}
	for _, member := range members {
		result[member.key] = expression(member.value)
	}
	return result
}

func let(w object) f.Expr {
	bindings, ok := w.value("let").([]any)
	if !ok {
		bindings = []any{w.value("let")}
	}
	builder := f.Let()
	for _, binding := range bindings {
		for _, member := range binding.(object) {
			builder.Bind(member.key, expression(member.value))
		}
	}
	return builder.In(w.need("in"))
}
