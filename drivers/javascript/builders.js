/**
 * Every function of the driver's query builder: the wire name of the form, then the call that makes it, its parameters
 * named by their wire keys. `key?` may be left out, `...key` takes the members of an array one by one, and `*key` does so
 * unless there is just one (the driver sends a lone argument bare, so a one-member array is passed as that one argument).
 * Forms whose call has another shape (let, object, paginate) are in shim.js.
 */
const TABLE = `
  abort Abort(abort)                      at At(at, expr)                       var Var(var)
  if If(if, then, else)                   do Do(...do)                          lambda Lambda(lambda, expr)
  call Call(call, *arguments?)            query Query(query)                    ref Ref(ref, id)

  map Map(collection, map)                foreach Foreach(collection, foreach)  filter Filter(collection, filter)
  take Take(take, collection)             drop Drop(drop, collection)           prepend Prepend(prepend, collection)
  append Append(append, collection)       is_empty IsEmpty(is_empty)            is_nonempty IsNonEmpty(is_nonempty)
  reduce Reduce(reduce, initial, collection)
  count Count(count)  sum Sum(sum)  mean Mean(mean)  any Any(any)  all All(all)  reverse Reverse(reverse)

  get Get(get, ts?)                       exists Exists(exists, ts?)            key_from_secret KeyFromSecret(key_from_secret)
  create Create(create, params?)          update Update(update, params)         replace Replace(replace, params)
  delete Delete(delete)                   insert Insert(insert, ts, action, params)
  remove Remove(remove, ts, action)       create_class CreateClass(create_class)
  create_collection CreateCollection(create_collection)       create_database CreateDatabase(create_database)
  create_index CreateIndex(create_index)                      create_key CreateKey(create_key)
  create_function CreateFunction(create_function)             create_role CreateRole(create_role)
  create_access_provider CreateAccessProvider(create_access_provider)
  move_database MoveDatabase(move_database, to)

  match Match(match, *terms?)             union Union(*union)                   intersection Intersection(*intersection)
  difference Difference(*difference)      distinct Distinct(distinct)           join Join(join, with)
  range Range(range, from, to)            singleton Singleton(singleton)        events Events(events)
  documents Documents(documents)          merge Merge(merge, with, lambda?)

  login Login(login, params)              logout Logout(logout)                 identify Identify(identify, password)
  identity Identity()                     current_identity CurrentIdentity()    current_token CurrentToken()
  has_identity HasIdentity()              has_current_identity HasCurrentIdentity()
  has_current_token HasCurrentToken()

  concat Concat(concat, separator?)       casefold Casefold(casefold, normalizer?)
  containsstr ContainsStr(containsstr, search)                containsstrregex ContainsStrRegex(containsstrregex, pattern)
  startswith StartsWith(startswith, search)                   endswith EndsWith(endswith, search)
  findstr FindStr(findstr, find, start?)  findstrregex FindStrRegex(findstrregex, pattern, start?, num_results?)
  format Format(format, *values?)         length Length(length)                 lowercase LowerCase(lowercase)
  ltrim LTrim(ltrim)                      ngram NGram(ngram, min?, max?)        regexescape RegexEscape(regexescape)
  repeat Repeat(repeat, number?)          replacestr ReplaceStr(replacestr, find, replace)
  replacestrregex ReplaceStrRegex(replacestrregex, pattern, replace, first?)
  rtrim RTrim(rtrim)                      space Space(space)                    substring SubString(substring, start?, length?)
  titlecase TitleCase(titlecase)          trim Trim(trim)                       uppercase UpperCase(uppercase)

  time Time(time)                         date Date(date)                       epoch Epoch(epoch, unit)
  now Now()                               time_add TimeAdd(time_add, offset, unit)
  time_diff TimeDiff(time_diff, other, unit)                  time_subtract TimeSubtract(time_subtract, offset, unit)
  day_of_month DayOfMonth(day_of_month)   day_of_week DayOfWeek(day_of_week)    day_of_year DayOfYear(day_of_year)
  second Second(second)                   minute Minute(minute)                 hour Hour(hour)
  month Month(month)                      year Year(year)

  database Database(database, scope?)     index Index(index, scope?)            class Class(class, scope?)
  collection Collection(collection, scope?)                   function Function(function, scope?)
  role Role(role, scope?)                 access_provider AccessProvider(access_provider)
  databases Databases(databases?)         indexes Indexes(indexes?)             classes Classes(classes?)
  collections Collections(collections?)   functions Functions(functions?)       roles Roles(roles?)
  keys Keys(keys?)                        tokens Tokens(tokens?)                credentials Credentials(credentials?)
  access_providers AccessProviders(access_providers?)
  next_id NextId()                        new_id NewId()

  equals Equals(*equals)                  lt LT(*lt)  lte LTE(*lte)  gt GT(*gt)  gte GTE(*gte)
  and And(*and)                           or Or(*or)                            not Not(not)
  contains Contains(contains, in)         contains_path ContainsPath(contains_path, in)
  contains_field ContainsField(contains_field, in)            contains_value ContainsValue(contains_value, in)
  select Select(select, from, default?)   select_all SelectAll(select_all, from)

  abs Abs(abs)  acos Acos(acos)  add Add(*add)  asin Asin(asin)  atan Atan(atan)  bitand BitAnd(*bitand)
  bitnot BitNot(bitnot)  bitor BitOr(*bitor)  bitxor BitXor(*bitxor)  ceil Ceil(ceil)  cos Cos(cos)  cosh Cosh(cosh)
  degrees Degrees(degrees)  divide Divide(*divide)  exp Exp(exp)  floor Floor(floor)  hypot Hypot(hypot, b?)  ln Ln(ln)
  log Log(log)  max Max(*max)  min Min(*min)  modulo Modulo(*modulo)  multiply Multiply(*multiply)  pow Pow(pow, exp?)
  radians Radians(radians)  round Round(round, precision?)  sign Sign(sign)  sin Sin(sin)  sinh Sinh(sinh)
  sqrt Sqrt(sqrt)  subtract Subtract(*subtract)  tan Tan(tan)  tanh Tanh(tanh)  trunc Trunc(trunc, precision?)

  to_string ToString(to_string)  to_number ToNumber(to_number)  to_object ToObject(to_object)  to_array ToArray(to_array)
  to_double ToDouble(to_double)  to_integer ToInteger(to_integer)  to_time ToTime(to_time)  to_date ToDate(to_date)
  to_seconds ToSeconds(to_seconds)  to_millis ToMillis(to_millis)  to_micros ToMicros(to_micros)
  is_number IsNumber(is_number)  is_double IsDouble(is_double)  is_integer IsInteger(is_integer)
  is_boolean IsBoolean(is_boolean)  is_null IsNull(is_null)  is_bytes IsBytes(is_bytes)
  is_timestamp IsTimestamp(is_timestamp)  is_date IsDate(is_date)  is_string IsString(is_string)
  is_array IsArray(is_array)  is_object IsObject(is_object)  is_ref IsRef(is_ref)  is_set IsSet(is_set)  is_doc IsDoc(is_doc)
  is_lambda IsLambda(is_lambda)  is_collection IsCollection(is_collection)  is_database IsDatabase(is_database)
  is_index IsIndex(is_index)  is_function IsFunction(is_function)  is_key IsKey(is_key)  is_token IsToken(is_token)
  is_credentials IsCredentials(is_credentials)  is_role IsRole(is_role)
`;

/** Wire name → `{ call, parameters: [{ key, optional, spread }] }`. */
export const builders = new Map(
  [...TABLE.matchAll(/(\w+) (\w+)\(([^)]*)\)/g)].map(([, wireName, call, list]) => [
    wireName,
    { call, parameters: list.split(', ').filter(Boolean).map(parameter) },
  ]),
);

function parameter(text) {
  const [, mark, key, optional] = /^(\.\.\.|\*|)(\w+)(\??)$/.exec(text);
  return {
    key,
    optional: optional === '?',
    spread: { '...': 'always', '*': 'unless one', '': 'never' }[mark],
  };
}
