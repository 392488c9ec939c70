"""Every function of the driver's query builder.

The wire name of the form, then the call that makes it, its parameters named by their wire keys. `key?` may be left out,
`...key` takes the members of an array one by one, and `*key` does so unless there is just one (the driver sends a lone
argument bare, so a one-member array is passed as that one argument). Forms whose call has another shape (let, object,
paginate) are in shim.py. The driver has no sinh.
"""

import re
from typing import NamedTuple

TABLE = """
  abort abort(abort)  at at(at, expr)  var var(var)
  if if_(if, then, else)  do do(...do)  lambda lambda_(lambda, expr)
  call call(call, *arguments?)  query query(query)  ref ref(ref, id)

  map map_(map, collection)  foreach foreach(foreach, collection)  filter filter_(filter, collection)
  take take(take, collection)  drop drop(drop, collection)  prepend prepend(prepend, collection)
  append append(append, collection)  is_empty is_empty(is_empty)  is_nonempty is_nonempty(is_nonempty)
  reduce reduce(reduce, initial, collection)
  count count(count)  sum sum(sum)  mean mean(mean)  any any(any)  all all(all)  reverse reverse(reverse)

  get get(get, ts?)  exists exists(exists, ts?)  key_from_secret key_from_secret(key_from_secret)
  create create(create, params)  update update(update, params)  replace replace(replace, params)
  delete delete(delete)  insert insert(insert, ts, action, params)
  remove remove(remove, ts, action)  create_class create_class(create_class)
  create_collection create_collection(create_collection)  create_database create_database(create_database)
  create_index create_index(create_index)  create_key create_key(create_key)
  create_function create_function(create_function)  create_role create_role(create_role)
  create_access_provider create_access_provider(create_access_provider)
  move_database move_database(move_database, to)

  match match(match, *terms?)  union union(*union)  intersection intersection(*intersection)
  difference difference(*difference)  distinct distinct(distinct)  join join(join, with)
  range range(range, from, to)  singleton singleton(singleton)  events events(events)
  documents documents(documents)  merge merge(merge, with, lambda?)

  login login(login, params)  logout logout(logout)  identify identify(identify, password)
  identity identity()  current_identity current_identity()  current_token current_token()
  has_identity has_identity()  has_current_identity has_current_identity()
  has_current_token has_current_token()

  concat concat(concat, separator?)  casefold casefold(casefold, normalizer?)
  containsstr contains_str(containsstr, search)
  containsstrregex contains_str_regex(containsstrregex, pattern)
  startswith starts_with(startswith, search)  endswith ends_with(endswith, search)
  findstr find_str(findstr, find, start?)
  findstrregex find_str_regex(findstrregex, pattern, start?, num_results?)
  format format(format, *values?)  length length(length)  lowercase lowercase(lowercase)
  ltrim ltrim(ltrim)  ngram ngram(ngram, min?, max?)  regexescape regex_escape(regexescape)
  repeat repeat(repeat, number?)  replacestr replace_str(replacestr, find, replace)
  replacestrregex replace_str_regex(replacestrregex, pattern, replace, first?)
  rtrim rtrim(rtrim)  space space(space)  substring substring(substring, start, length?)
  titlecase titlecase(titlecase)  trim trim(trim)  uppercase uppercase(uppercase)

  time time(time)  date date(date)  epoch epoch(epoch, unit)
  now now()  time_add time_add(time_add, offset, unit)
  time_diff time_diff(time_diff, other, unit)  time_subtract time_subtract(time_subtract, offset, unit)
  day_of_month day_of_month(day_of_month)  day_of_week day_of_week(day_of_week)
  day_of_year day_of_year(day_of_year)
  second second(second)  minute minute(minute)  hour hour(hour)
  month month(month)  year year(year)

  database database(database, scope?)  index index(index, scope?)  class class_(class, scope?)
  collection collection(collection, scope?)  function function(function, scope?)
  role role(role, scope?)  access_provider access_provider(access_provider, scope?)
  databases databases(databases?)  indexes indexes(indexes?)  classes classes(classes?)
  collections collections(collections?)  functions functions(functions?)  roles roles(roles?)
  keys keys(keys?)  tokens tokens(tokens?)  credentials credentials(credentials?)
  access_providers access_providers(access_providers?)
  next_id next_id()  new_id new_id()

  equals equals(*equals)  lt lt(*lt)  lte lte(*lte)  gt gt(*gt)  gte gte(*gte)
  and and_(*and)  or or_(*or)  not not_(not)
  contains contains(contains, in)  contains_path contains_path(contains_path, in)
  contains_field contains_field(contains_field, in)  contains_value contains_value(contains_value, in)
  select select(select, from, default?)  select_all select_all(select_all, from)

  abs abs(abs)  acos acos(acos)  add add(*add)  asin asin(asin)  atan atan(atan)  bitand bitand(*bitand)
  bitnot bitnot(*bitnot)  bitor bitor(*bitor)  bitxor bitxor(*bitxor)  ceil ceil(ceil)  cos cos(cos)
  cosh cosh(cosh)
  degrees degrees(degrees)  divide divide(*divide)  exp exp(exp)  floor floor(floor)
  hypot hypot(hypot, b)  ln ln(ln)
  log log(log)  max max(*max)  min min(*min)  modulo modulo(*modulo)  multiply multiply(*multiply)
  pow pow(pow, exp)
  radians radians(radians)  round round(round, precision?)  sign sign(sign)  sin sin(sin)
  sqrt sqrt(sqrt)  subtract subtract(*subtract)  tan tan(tan)  tanh tanh(tanh)
  trunc trunc(trunc, precision?)

  to_string to_string(to_string)  to_number to_number(to_number)  to_object to_object(to_object)
  to_array to_array(to_array)
  to_double to_double(to_double)  to_integer to_integer(to_integer)  to_time to_time(to_time)
  to_date to_date(to_date)
  to_seconds to_seconds(to_seconds)  to_millis to_millis(to_millis)  to_micros to_micros(to_micros)
  is_number is_number(is_number)  is_double is_double(is_double)  is_integer is_integer(is_integer)
  is_boolean is_boolean(is_boolean)  is_null is_null(is_null)  is_bytes is_bytes(is_bytes)
  is_timestamp is_timestamp(is_timestamp)  is_date is_date(is_date)  is_string is_string(is_string)
  is_array is_array(is_array)  is_object is_object(is_object)  is_ref is_ref(is_ref)
  is_set is_set(is_set)  is_doc is_doc(is_doc)
  is_lambda is_lambda(is_lambda)  is_collection is_collection(is_collection)
  is_database is_database(is_database)
  is_index is_index(is_index)  is_function is_function(is_function)  is_key is_key(is_key)
  is_token is_token(is_token)
  is_credentials is_credentials(is_credentials)  is_role is_role(is_role)
"""


class Parameter(NamedTuple):
    key: str
    optional: bool
    spread: str


def _parameter(text):
    mark, key, optional = re.fullmatch(r"(\.\.\.|\*|)(\w+)(\??)", text).groups()
    return Parameter(key, optional == "?", {"...": "always", "*": "unless one", "": "never"}[mark])


BUILDERS = {
    wire_name: (call, [_parameter(text) for text in parameters.split(", ") if text])
    for wire_name, call, parameters in re.findall(r"(\w+) (\w+)\(([^)]*)\)", TABLE)
}
"""Wire name to the name of the function in `faunadb.query` and its parameters."""
