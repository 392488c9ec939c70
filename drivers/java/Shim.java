import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.faunadb.client.FaunaClient;
import com.faunadb.client.types.Codec;
import com.faunadb.client.types.Value;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The Java shim: see ../README.md for the contract. Questions are asked on a few threads; printing takes a lock.
 *
 * <p>The flags of driver.json: SerialGC and TieredStopAtLevel=1 halve the start-up. `System.out` encodes with the locale's
 * character set, so that under the C locale everything outside ASCII would print as `?`; file.encoding (JDK 17 and older) and
 * stdout.encoding (JDK 19 and later) make it UTF-8 everywhere.
 */
public final class Shim {
  /** Escapes all but ASCII, so that lone surrogates survive the way to the harness. */
  private static final ObjectMapper JSON = new ObjectMapper().configure(JsonGenerator.Feature.ESCAPE_NON_ASCII, true);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Protocol lines go here; only what `println` writes inside `print` is a print, the rest goes to standard error. */
  private static final PrintStream STDOUT = System.out;
  /** What System.out encodes with: JDK 19 and later have a property of their own for it. */
  private static final Charset STDOUT_CHARSET =
      Charset.forName(System.getProperty("stdout.encoding", Charset.defaultCharset().name()));
  private static final int WORKERS = 16;

  private static final Map<String, FaunaClient> CLIENTS = new ConcurrentHashMap<>();

  public static void main(String[] arguments) throws Exception {
    System.setOut(System.err);
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      JsonNode request = JSON.readTree(line);
      if (request.path("type").asText().equals("hello")) send(hello());
      else workers.execute(() -> send(reply(request)));
    }
    // The driver's HTTP client keeps threads of its own and has no close().
    System.exit(0);
  }

  private static ObjectNode hello() {
    ObjectNode hello = NODES.objectNode().put("type", "hello").put("protocol", 1);
    hello.putObject("driver").put("name", "java").put("package", "com.faunadb:faunadb-java")
        .put("version", String.valueOf(FaunaClient.class.getPackage().getImplementationVersion()));
    hello.putObject("runtime").put("name", System.getProperty("java.vm.name")).put("version", System.getProperty("java.version"));
    hello.put("platform", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
        .put("locale", Locale.getDefault().toLanguageTag()).put("timeZone", TimeZone.getDefault().getID());
    hello.put("concurrency", WORKERS);
    ArrayNode abilities = hello.putArray("abilities");
    Builders.FORMS.keySet().forEach(abilities::add);
    return hello;
  }

  private static ObjectNode reply(JsonNode question) {
    ObjectNode reply;
    try {
      reply = answer(question).put("type", "answer");
    } catch (Throwable failure) {
      reply = NODES.objectNode().put("type", "fault").put("message", failure.toString());
      failure.printStackTrace();
    }
    reply.set("id", question.get("id"));
    return reply;
  }

  private static ObjectNode answer(JsonNode question) {
    ObjectNode answer = NODES.objectNode();
    Value value;
    try {
      FaunaClient client = client(question.get("endpoint").asText(), question.get("secret").asText());
      value = client.query(Wire.expression(question.get("query"))).get();
    } catch (Wire.Unsupported unsupported) {
      return answer.put("outcome", "unsupported").put("what", unsupported.getMessage());
    } catch (Throwable thrown) {
      // The documentation prints the driver's own exception, which Future.get() wraps: formats, 8.c.3.
      Throwable error = thrown instanceof ExecutionException && thrown.getCause() != null ? thrown.getCause() : thrown;
      answer.put("outcome", "error").set("raised", raised(error));
      return prints(answer, error);
    }
    answer.set("decoded", tagged(value));
    try {
      return prints(answer.put("outcome", "value"), value);
    } catch (Throwable thrown) {
      answer.put("outcome", "unprintable").set("raised", raised(thrown));
      return answer;
    }
  }

  private static ObjectNode prints(ObjectNode answer, Object value) {
    String first = print(value);
    String second = print(value);
    answer.putArray("prints").add(first).add(second);
    return answer;
  }

  private static ObjectNode raised(Throwable error) {
    return NODES.objectNode().put("type", error.getClass().getName()).put("message", String.valueOf(error.getMessage()));
  }

  /** Without checkNewVersion(false) `build()` asks the registry for a newer version, and may print a box. */
  private static FaunaClient client(String endpoint, String secret) {
    return CLIENTS.computeIfAbsent(endpoint + " " + secret, key -> {
      try {
        return FaunaClient.builder().withEndpoint(endpoint).withSecret(secret).withCheckNewVersion(false).build();
      } catch (java.net.MalformedURLException error) {
        throw new IllegalArgumentException(error);
      }
    });
  }

  /** What `System.out.println` writes for it on a standard output like the real one, as Base64. */
  private static synchronized String print(Object value) {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setOut(new PrintStream(written, true, STDOUT_CHARSET));
    try {
      System.out.println(value);
      System.out.flush();
    } finally {
      System.setOut(System.err);
    }
    return Base64.getEncoder().encodeToString(written.toByteArray());
  }

  /** A decoded value as tagged JSON, walked through the driver's codecs. */
  private static JsonNode tagged(Value value) {
    if (value == null || value instanceof Value.NullV) return NODES.nullNode();
    if (value instanceof Value.BooleanV) return NODES.booleanNode(value.to(Codec.BOOLEAN).get());
    if (value instanceof Value.StringV) return NODES.textNode(value.to(Codec.STRING).get());
    if (value instanceof Value.LongV) return tag("long", value.to(Codec.LONG).get().toString());
    if (value instanceof Value.DoubleV) return tag("double", value.to(Codec.DOUBLE).get().toString());
    if (value instanceof Value.TimeV) return tag("ts", value.to(Codec.TIME).get().toString());
    if (value instanceof Value.DateV) return tag("date", value.to(Codec.DATE).get().toString());
    if (value instanceof Value.BytesV) return tag("bytes", Base64.getEncoder().encodeToString(value.to(Codec.BYTES).get()));
    if (value instanceof Value.ArrayV) {
      ArrayNode items = NODES.arrayNode();
      value.to(Codec.ARRAY).get().forEach(item -> items.add(tagged(item)));
      return items;
    }
    ObjectNode tagged = NODES.objectNode();
    if (value instanceof Value.ObjectV) return tagged.set("object", entries(value.to(Codec.OBJECT).get()));
    if (value instanceof Value.SetRefV) return tagged.set("set", entries(((Value.SetRefV) value).parameters()));
    if (value instanceof Value.RefV) {
      Value.RefV ref = (Value.RefV) value;
      ObjectNode parts = tagged.putObject("ref").put("id", ref.getId());
      ref.getCollection().ifPresent(part -> parts.set("collection", tagged(part)));
      ref.getDatabase().ifPresent(part -> parts.set("database", tagged(part)));
      return tagged;
    }
    // A query shows its body only to Jackson.
    if (value instanceof Value.QueryV) return tagged.set("query", JSON.valueToTree(value).path("@query"));
    return tag("unsaid", "a " + value.getClass().getSimpleName());
  }

  private static ArrayNode entries(Map<String, Value> values) {
    ArrayNode entries = NODES.arrayNode();
    values.forEach((key, value) -> entries.addArray().add(key).add(tagged(value)));
    return entries;
  }

  private static ObjectNode tag(String name, String content) {
    return NODES.objectNode().put(name, content);
  }

  private static synchronized void send(ObjectNode message) {
    try {
      byte[] line = ("\u001e" + JSON.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8);
      STDOUT.write(line, 0, line.length);
      STDOUT.flush();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
