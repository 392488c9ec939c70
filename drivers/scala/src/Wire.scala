import com.fasterxml.jackson.databind.JsonNode
import faunadb.query._
import faunadb.values._
import java.time.DateTimeException
import java.util.Base64
import scala.collection.JavaConverters._

/** The query builder cannot express the question. */
final class Unsupported(what: String) extends RuntimeException(what)

/** A form of the question in wire JSON, and its parts as what user code would write. */
final class Wire(json: JsonNode) {
  def has(key: String): Boolean = json.has(key)

  def isNull(key: String): Boolean = json.path(key).isNull

  def apply(key: String): Expr =
    if (has(key)) Wire.expression(json.get(key)) else throw new Unsupported(s"${json.fieldNames.next} without $key")

  /** An optional argument that is left out is null. */
  def orNull(key: String): Expr = if (has(key)) apply(key) else Null()

  def text(key: String): String =
    if (json.path(key).isTextual) json.get(key).textValue else throw new Unsupported(s"$key of something that is no string")

  def all(key: String): Seq[Expr] =
    if (json.path(key).isArray) json.get(key).asScala.map(Wire.expression).toVector else Vector(apply(key))

  def spread(key: String): Seq[Expr] =
    if (!has(key)) Vector() else if (json.get(key).size == 1) Vector(apply(key)) else all(key)

  /** The members of an object or, for `let`, of an array of objects. */
  def members(key: String): Seq[(String, Expr)] = {
    val objects = if (json.path(key).isArray) json.get(key).asScala.toVector else Vector(json.path(key))
    if (!objects.forall(_.isObject)) throw new Unsupported(s"$key of something that is no object")
    objects.flatMap(_.fields.asScala.map(member => member.getKey -> Wire.expression(member.getValue)))
  }
}

object Wire {
  def expression(json: JsonNode): Expr =
    if (json.isNull) Null()
    else if (json.isBoolean) json.booleanValue
    else if (json.isTextual) json.textValue
    else if (json.isIntegralNumber) if (json.canConvertToLong) json.longValue else throw new Unsupported(s"the number $json")
    else if (json.isNumber) json.doubleValue
    else if (json.isArray) Arr(json.asScala.map(expression).toVector: _*)
    else {
      val keys = json.fieldNames.asScala.toVector
      if (keys.size == 1 && keys.head.startsWith("@")) literal(keys.head, json.get(keys.head))
      else {
        val form = keys.flatMap(Builders.get(_)).find(form => keys.forall(form.takes))
        form.getOrElse(throw new Unsupported(keys.headOption.getOrElse("{}"))).build(new Wire(json))
      }
    }

  private def literal(tag: String, content: JsonNode): Expr =
    try {
      tag match {
        case "@ref" if content.isTextual => Ref(content.textValue)
        case "@ref"                      => ref(content)
        case "@ts"                       => TimeV(content.textValue)
        case "@date"                     => DateV(content.textValue)
        case "@bytes"                    => BytesV(Base64.getDecoder.decode(content.textValue))
        case _                           => throw new Unsupported(tag)
      }
    } catch {
      case error @ (_: DateTimeException | _: IllegalArgumentException) => throw new Unsupported(s"$tag: ${error.getMessage}")
    }

  private def ref(content: JsonNode): RefV = {
    def part(key: String) = Option(content.get(key)).map(json => ref(json.path("@ref")))
    RefV(content.path("id").textValue, part("collection"), part("database"))
  }
}
