import static com.faunadb.client.query.Language.*;

import com.fasterxml.jackson.databind.JsonNode;
import com.faunadb.client.query.Expr;
import com.faunadb.client.types.Value.RefV;
import com.faunadb.client.types.Value.SetRefV;
import com.faunadb.client.types.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form of the question in wire JSON, and its parts as what user code would write. */
final class Wire {
  /** The query builder cannot express the question. */
  static final class Unsupported extends RuntimeException {
    Unsupported(String what) {
      super(what);
    }
  }

  final JsonNode json;

  private Wire(JsonNode json) {
    this.json = json;
  }

  /** Wire JSON as builder calls and the driver's value classes. */
  static Expr expression(JsonNode json) {
    if (json.isNull()) return Null();
    if (json.isBoolean()) return Value(json.booleanValue());
    if (json.isTextual()) return Value(json.textValue());
    if (json.isIntegralNumber()) {
      if (!json.canConvertToLong()) throw new Unsupported("the number " + json);
      return Value(json.longValue());
    }
    if (json.isNumber()) return Value(json.doubleValue());
    if (json.isArray()) return Arr(expressions(json));
    String first = json.isEmpty() ? "{}" : json.fieldNames().next();
    if (json.size() == 1 && first.startsWith("@")) return literal(first, json.get(first));
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      Builders.Form form = Builders.FORMS.get(names.next());
      if (form != null && takesAll(form, json)) return form.build.apply(new Wire(json));
    }
    throw new Unsupported(first);
  }

  private static boolean takesAll(Builders.Form form, JsonNode json) {
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) if (!form.takes.contains(names.next())) return false;
    return true;
  }

  private static List<Expr> expressions(JsonNode items) {
    List<Expr> result = new ArrayList<>();
    for (JsonNode item : items) result.add(expression(item));
    return result;
  }

  private static Expr literal(String tag, JsonNode content) {
    try {
      switch (tag) {
        case "@ref":
          return content.isTextual() ? Ref(content.textValue()) : ref(content);
        case "@ts":
          return Value(Instant.parse(content.textValue()));
        case "@date":
          return Value(LocalDate.parse(content.textValue()));
        case "@bytes":
          return Value(Base64.getDecoder().decode(content.textValue()));
        default:
          throw new Unsupported(tag);
      }
    } catch (DateTimeException | IllegalArgumentException error) {
      throw new Unsupported(tag + ": " + error.getMessage());
    }
  }

  private static RefV ref(JsonNode content) {
    return new RefV(content.path("id").textValue(), part(content.get("collection")), part(content.get("database")));
  }

  private static RefV part(JsonNode json) {
    return json == null ? null : ref(json.path("@ref"));
  }

  boolean has(String key) {
    return json.has(key);
  }

  Expr need(String key) {
    if (!has(key)) throw new Unsupported(json.fieldNames().next() + " without " + key);
    return expression(json.get(key));
  }

  String text(String key) {
    if (!json.path(key).isTextual()) throw new Unsupported(key + " of something that is no string");
    return json.get(key).textValue();
  }

  List<Expr> all(String key) {
    return json.path(key).isArray() ? expressions(json.get(key)) : List.of(need(key));
  }

  List<Expr> spread(String key) {
    return !has(key) ? List.of() : json.get(key).size() == 1 ? List.of(need(key)) : all(key);
  }

  Map<String, Expr> members(String key) {
    if (!json.path(key).isObject()) throw new Unsupported(key + " of something that is no object");
    Map<String, Expr> result = new LinkedHashMap<>();
    json.get(key).fields().forEachRemaining(member -> result.put(member.getKey(), expression(member.getValue())));
    return result;
  }

  /** The bindings of `let`, which the builder takes as a map: a name that comes twice cannot be said. */
  Map<String, Expr> bindings(String key) {
    if (json.get(key).isObject()) return members(key);
    Map<String, Expr> result = new LinkedHashMap<>();
    for (JsonNode binding : json.get(key)) {
      binding.fields().forEachRemaining(member -> {
        if (result.put(member.getKey(), expression(member.getValue())) != null) throw new Unsupported("let with a repeated name");
      });
    }
    return result;
  }
}
