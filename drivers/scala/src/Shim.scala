import com.fasterxml.jackson.core.JsonGenerator
import com.fasterxml.jackson.databind.{JsonNode, ObjectMapper}
import com.fasterxml.jackson.databind.node.{ArrayNode, JsonNodeFactory, ObjectNode}
import com.fasterxml.jackson.module.scala.DefaultScalaModule
import faunadb.FaunaClient
import faunadb.values._
import java.io.{ByteArrayOutputStream, PrintStream}
import java.nio.charset.{Charset, StandardCharsets}
import java.util.{Base64, Locale, TimeZone}
import java.util.concurrent.Executors
import scala.collection.concurrent.TrieMap
import scala.concurrent.Await
import scala.concurrent.ExecutionContext.Implicits.global
import scala.concurrent.duration.Duration
import scala.io.{Codec, Source}

/**
 * The Scala shim: see ../../README.md for the contract. Questions are asked on a few threads; every thread prints into a
 * standard output of its own, as `Console.withOut` is made for. For the flags of driver.json see the Java shim.
 */
object Shim {
  /** Protocol lines go here. What the driver writes on standard output by itself goes to standard error. */
  private val stdout = System.out
  System.setOut(System.err)

  /** What System.out encodes with: JDK 19 and later have a property of their own for it. */
  private val charset = Charset.forName(System.getProperty("stdout.encoding", Charset.defaultCharset.name))

  /** Escapes all but ASCII, so that lone surrogates survive the way to the harness. */
  private val json = new ObjectMapper().configure(JsonGenerator.Feature.ESCAPE_NON_ASCII, true)
  json.registerModule(DefaultScalaModule)
  private val nodes = JsonNodeFactory.instance

  private val workers = 16
  private val clients = TrieMap.empty[(String, String), FaunaClient]

  def main(arguments: Array[String]): Unit = {
    val pool = Executors.newFixedThreadPool(workers)
    for (line <- Source.fromInputStream(System.in)(Codec.UTF8).getLines) {
      val request = json.readTree(line)
      if (request.path("type").asText == "hello") send(hello)
      else pool.execute(() => send(reply(request)))
    }
    // The driver's HTTP client keeps threads of its own and has no close().
    System.exit(0)
  }

  private def hello: ObjectNode = {
    val hello = nodes.objectNode.put("type", "hello").put("protocol", 1)
    hello.putObject("driver").put("name", "scala").put("package", "com.faunadb:faunadb-scala_2.12")
      .put("version", String.valueOf(classOf[FaunaClient].getPackage.getImplementationVersion))
    hello.putObject("runtime").put("name", s"Scala ${util.Properties.versionNumberString}, ${System.getProperty("java.vm.name")}")
      .put("version", System.getProperty("java.version"))
    hello.put("platform", s"${System.getProperty("os.name")} ${System.getProperty("os.arch")}")
      .put("locale", Locale.getDefault.toLanguageTag).put("timeZone", TimeZone.getDefault.getID)
    hello.put("concurrency", workers)
    val abilities = hello.putArray("abilities")
    Builders.names.foreach(name => abilities.add(name))
    hello
  }

  private def reply(question: JsonNode): ObjectNode = {
    val reply =
      try answer(question).put("type", "answer")
      catch {
        case failure: Throwable =>
          failure.printStackTrace()
          nodes.objectNode.put("type", "fault").put("message", failure.toString)
      }
    reply.set[ObjectNode]("id", question.get("id"))
  }

  private def answer(question: JsonNode): ObjectNode = {
    val answer = nodes.objectNode
    val outcome =
      try {
        val client = clientFor(question.get("endpoint").asText, question.get("secret").asText)
        Right(Await.result(client.query(Wire.expression(question.get("query"))), Duration.Inf))
      } catch {
        case error: Throwable => Left(error)
      }
    outcome match {
      case Left(unsupported: Unsupported) => answer.put("outcome", "unsupported").put("what", unsupported.getMessage)
      case Left(error)                    => prints(answer.put("outcome", "error").set("raised", raised(error)), error)
      case Right(value) =>
        answer.set[ObjectNode]("decoded", tagged(value))
        try prints(answer.put("outcome", "value"), value)
        catch {
          case error: Throwable => answer.put("outcome", "unprintable").set[ObjectNode]("raised", raised(error))
        }
    }
  }

  private def prints(answer: ObjectNode, value: Any): ObjectNode = {
    val (first, second) = (print(value), print(value))
    answer.putArray("prints").add(first).add(second)
    answer
  }

  private def raised(error: Throwable): ObjectNode =
    nodes.objectNode.put("type", error.getClass.getName).put("message", String.valueOf(error.getMessage))

  /** Without checkNewVersion = false the constructor asks the registry for a newer version, and may print a box. */
  private def clientFor(endpoint: String, secret: String): FaunaClient = clients.synchronized {
    clients.getOrElseUpdate((endpoint, secret), FaunaClient(secret = secret, endpoint = endpoint, checkNewVersion = false))
  }

  /** What `println` writes for it on a standard output like the real one, as Base64. */
  private def print(value: Any): String = {
    val written = new ByteArrayOutputStream
    Console.withOut(new PrintStream(written, true, charset.name)) {
      println(value)
      Console.flush()
    }
    Base64.getEncoder.encodeToString(written.toByteArray)
  }

  /** A decoded value as tagged JSON, by pattern matching on the driver's value classes. */
  private def tagged(value: Value): JsonNode = value match {
    case StringV(text)  => nodes.textNode(text)
    case LongV(number)  => tag("long", number.toString)
    case DoubleV(number) => tag("double", number.toString)
    case TrueV          => nodes.booleanNode(true)
    case FalseV         => nodes.booleanNode(false)
    case time: TimeV    => tag("ts", time.toInstant.toString)
    case date: DateV    => tag("date", date.localDate.toString)
    case bytes: BytesV  => tag("bytes", Base64.getEncoder.encodeToString(bytes.bytes))
    case ArrayV(items) =>
      val array = nodes.arrayNode
      items.foreach(item => array.add(tagged(item)))
      array
    // From five members on, the driver's map is a hash map, whose order is not that of the wire: formats, 9.c.1.
    case ObjectV(fields) =>
      val tagged = nodes.objectNode.set[ObjectNode]("object", entries(fields))
      if (fields.size > 4) tagged.put("ordered", false) else tagged
    case RefV(id, collection, database) =>
      val ref = nodes.objectNode
      val parts = ref.putObject("ref").put("id", id)
      collection.foreach(part => parts.set[ObjectNode]("collection", tagged(part)))
      database.foreach(part => parts.set[ObjectNode]("database", tagged(part)))
      ref
    case SetRefV(ObjectV(parameters)) => nodes.objectNode.set[ObjectNode]("set", entries(parameters))
    case SetRefV(_)                   => tag("unsaid", "a set that is no object")
    case query: QueryV =>
      nodes.objectNode.set[ObjectNode]("query", json.valueToTree[JsonNode](query).path("@query"))
    case _: NullV => nodes.nullNode
  }

  private def entries(values: Map[String, Value]): ArrayNode = {
    val entries = nodes.arrayNode
    values.foreach { case (key, value) => entries.addArray().add(key).add(tagged(value)) }
    entries
  }

  private def tag(name: String, content: String): ObjectNode = nodes.objectNode.put(name, content)

  private def send(message: ObjectNode): Unit = synchronized {
    val line = ("\u001e" + json.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8)
    stdout.write(line, 0, line.length)
    stdout.flush()
  }
}
