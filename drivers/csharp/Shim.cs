using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading.Tasks;
using FaunaDB.Client;
using FaunaDB.Types;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

/// <summary>
/// The C# shim: see ../README.md for the contract. Questions are asked on the thread pool; printing takes a lock.
/// </summary>
static class Shim
{
    /// <summary>
    /// Protocol lines go here. Only what Console.WriteLine writes inside Print is a print; whatever the driver writes by itself
    /// goes to standard error.
    /// </summary>
    static readonly Stream Stdout = Console.OpenStandardOutput();

    /// <summary>What Console.Out encodes with; like it, without a byte order mark.</summary>
    static readonly Encoding StdoutEncoding =
        Console.OutputEncoding is UTF8Encoding ? new UTF8Encoding(false) : Console.OutputEncoding;

    /// <summary>What the thread pool and the driver's connections take at once; nothing here limits it.</summary>
    const int Concurrency = 16;

    static readonly object Printing = new object();
    static readonly object Sending = new object();
    static readonly ConcurrentDictionary<Tuple<string, string>, Lazy<FaunaClient>> Clients =
        new ConcurrentDictionary<Tuple<string, string>, Lazy<FaunaClient>>();

    static int Main()
    {
        Console.SetOut(Console.Error);
        var lines = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        for (var line = lines.ReadLine(); line != null; line = lines.ReadLine())
        {
            var request = (JObject)Parse(line);
            if ((string)request["type"] == "hello") Send(Hello());
            else Task.Run(() => Reply(request));
        }

        return 0;
    }

    static JObject Hello()
    {
        var assembly = typeof(FaunaClient).Assembly;
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        var framework = RuntimeInformation.FrameworkDescription;
        return new JObject(
            new JProperty("type", "hello"),
            new JProperty("protocol", 1),
            new JProperty("driver", new JObject(
                new JProperty("name", "csharp"),
                new JProperty("package", "FaunaDB.Client"),
                // Newer SDKs append the commit after a plus sign.
                new JProperty("version", version == null ? assembly.GetName().Version.ToString(3) : version.InformationalVersion.Split('+')[0]))),
            new JProperty("runtime", new JObject(
                new JProperty("name", framework.Split(' ')[0]),
                new JProperty("version", Environment.Version.ToString()))),
            new JProperty("platform", RuntimeInformation.OSDescription + " " + RuntimeInformation.ProcessArchitecture),
            new JProperty("locale", CultureInfo.CurrentCulture.Name),
            new JProperty("timeZone", TimeZoneInfo.Local.Id),
            new JProperty("concurrency", Concurrency),
            new JProperty("abilities", new JArray(Builders.Rows.Keys)));
    }

    static async Task Reply(JObject question)
    {
        JObject reply;
        try
        {
            reply = await Answer(question).ConfigureAwait(false);
            reply.AddFirst(new JProperty("type", "answer"));
        }
        catch (Exception failure)
        {
            reply = new JObject(new JProperty("type", "fault"), new JProperty("message", failure.ToString()));
        }

        reply["id"] = question["id"];
        Send(reply);
    }

    static async Task<JObject> Answer(JObject question)
    {
        Value value;
        try
        {
            var client = ClientFor((string)question["endpoint"], (string)question["secret"]);
            value = await client.Query(Wire.Expression(question["query"])).ConfigureAwait(false);
        }
        catch (Unsupported unsupported)
        {
            return new JObject(new JProperty("outcome", "unsupported"), new JProperty("what", unsupported.Message));
        }
        catch (Exception error)
        {
            return new JObject(
                new JProperty("outcome", "error"),
                new JProperty("raised", Raised(error)),
                new JProperty("prints", new JArray(Print(error), Print(error))));
        }

        var decoded = Tagged(value);
        try
        {
            return new JObject(
                new JProperty("outcome", "value"),
                new JProperty("decoded", decoded),
                new JProperty("prints", new JArray(Print(value), Print(value))));
        }
        catch (Exception error)
        {
            return new JObject(
                new JProperty("outcome", "unprintable"),
                new JProperty("decoded", decoded),
                new JProperty("raised", Raised(error)));
        }
    }

    static JObject Raised(Exception error) =>
        new JObject(new JProperty("type", error.GetType().FullName), new JProperty("message", error.Message));

    /// <summary>Without checkNewVersion: false the constructor asks NuGet for a newer version, and may print a box.</summary>
    static FaunaClient ClientFor(string endpoint, string secret) =>
        Clients.GetOrAdd(
            Tuple.Create(endpoint, secret),
            key => new Lazy<FaunaClient>(() => new FaunaClient(secret, endpoint, checkNewVersion: false))).Value;

    /// <summary>What Console.WriteLine writes for it on a standard output like the real one, as Base64.</summary>
    static string Print(object value)
    {
        lock (Printing)
        {
            var written = new MemoryStream();
            var stdout = new StreamWriter(written, StdoutEncoding) { AutoFlush = true };
            Console.SetOut(stdout);
            try
            {
                Console.WriteLine(value);
            }
            finally
            {
                Console.SetOut(Console.Error);
            }

            return Convert.ToBase64String(written.ToArray());
        }
    }

    /// <summary>A decoded value as tagged JSON, walked through the public members of the driver's value classes.</summary>
    static JToken Tagged(Value value)
    {
        if (value == null || value is NullV) return JValue.CreateNull();
        if (value is BooleanV) return new JValue(((BooleanV)value).Value);
        if (value is StringV) return new JValue(((StringV)value).Value);
        if (value is LongV) return Tag("long", ((LongV)value).Value.ToString(CultureInfo.InvariantCulture));
        if (value is DoubleV) return Tag("double", ((DoubleV)value).Value.ToString("R", CultureInfo.InvariantCulture));
        if (value is TimeV) return Tag("ts", ((TimeV)value).Value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
        if (value is DateV) return Tag("date", ((DateV)value).Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (value is BytesV) return Tag("bytes", Convert.ToBase64String(((BytesV)value).Value));
        if (value is ArrayV) return new JArray(((ArrayV)value).Value.Select(item => Tagged(item)));
        if (value is ObjectV) return Tag("object", Entries(((ObjectV)value).Value));
        if (value is SetRefV) return Tag("set", Entries(((SetRefV)value).Value));
        // A query shows its body only to the serializer.
        if (value is QueryV) return Tag("query", Parse(JsonConvert.SerializeObject(value))["@query"]);
        if (!(value is RefV)) return Tag("unsaid", "a " + value.GetType().Name);
        var reference = (RefV)value;
        var parts = new JObject(new JProperty("id", reference.Id));
        if (reference.Collection != null) parts["collection"] = Tagged(reference.Collection);
        if (reference.Database != null) parts["database"] = Tagged(reference.Database);
        return Tag("ref", parts);
    }

    static JArray Entries(IReadOnlyDictionary<string, Value> values) =>
        new JArray(values.Select(entry => new JArray(new JValue(entry.Key), Tagged(entry.Value))));

    static JObject Tag(string name, JToken content) => new JObject(new JProperty(name, content));

    /// <summary>Reads JSON with dates left as the text that they are.</summary>
    static JToken Parse(string text) => JToken.ReadFrom(new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None });

    /// <summary>Escapes all but ASCII, so that lone surrogates survive the way to the harness.</summary>
    static void Send(JObject message)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        message.WriteTo(new JsonTextWriter(text) { StringEscapeHandling = StringEscapeHandling.EscapeNonAscii });
        var line = Encoding.ASCII.GetBytes("\u001e" + text + "\n");
        lock (Sending)
        {
            Stdout.Write(line, 0, line.Length);
            Stdout.Flush();
        }
    }
}
