using System;
using System.Collections.Generic;
using System.Linq;
using FaunaDB.Query;
using FaunaDB.Types;
using Newtonsoft.Json.Linq;
using L = FaunaDB.Query.Language;

/// <summary>The query builder cannot express the question.</summary>
sealed class Unsupported : Exception
{
    public Unsupported(string what) : base(what) { }
}

/// <summary>A form of the question in wire JSON, and its parts as what user code would write.</summary>
sealed class Wire
{
    readonly JObject json;

    Wire(JObject json)
    {
        this.json = json;
    }

    /// <summary>Wire JSON as builder calls and the driver's value classes.</summary>
    public static Expr Expression(JToken token)
    {
        switch (token.Type)
        {
            case JTokenType.Null:
                return L.Null();
            case JTokenType.Boolean:
                return (bool)token;
            case JTokenType.String:
                return (string)token;
            case JTokenType.Integer:
                // Beyond 64 bits the reader makes a BigInteger.
                if (!(((JValue)token).Value is long)) throw new Unsupported("the number " + token);
                return (long)token;
            case JTokenType.Float:
                return (double)token;
            case JTokenType.Array:
                return L.Arr(token.Select(item => Expression(item)));
            default:
                return Form((JObject)token);
        }
    }

    static Expr Form(JObject json)
    {
        var keys = json.Properties().Select(property => property.Name).ToList();
        if (keys.Count == 1 && keys[0].StartsWith("@", StringComparison.Ordinal)) return Literal(keys[0], json[keys[0]]);
        foreach (var key in keys)
        {
            Builders.Row row;
            if (Builders.Rows.TryGetValue(key, out row) && keys.All(row.Takes.Contains)) return row.Build(new Wire(json));
        }

        throw new Unsupported(keys.Count == 0 ? "{}" : keys[0]);
    }

    static Expr Literal(string tag, JToken content)
    {
        try
        {
            switch (tag)
            {
                case "@ref":
                    return content.Type == JTokenType.String ? L.Ref((string)content) : Ref(content);
                case "@ts":
                    return TimeV.Of((string)content);
                case "@date":
                    return DateV.Of((string)content);
                case "@bytes":
                    return BytesV.Of(Convert.FromBase64String((string)content));
                default:
                    throw new Unsupported(tag);
            }
        }
        catch (FormatException error)
        {
            throw new Unsupported(tag + ": " + error.Message);
        }
    }

    static RefV Ref(JToken content) => RefV.Of((string)content["id"], Part(content["collection"]), Part(content["database"]));

    static RefV Part(JToken token) => token == null ? null : Ref(token["@ref"]);

    public bool Has(string key) => json[key] != null;

    public bool IsNull(string key) => Has(key) && json[key].Type == JTokenType.Null;

    public Expr this[string key]
    {
        get
        {
            if (!Has(key)) throw new Unsupported(json.Properties().First().Name + " without " + key);
            return Expression(json[key]);
        }
    }

    /// <summary>An argument by its key; null for one with a question mark that is left out.</summary>
    public Expr Argument(string parameter)
    {
        var key = parameter.TrimEnd('?');
        return key != parameter && !Has(key) ? null : this[key];
    }

    public string Text(string key)
    {
        if (!Has(key) || json[key].Type != JTokenType.String) throw new Unsupported(key + " of something that is no string");
        return (string)json[key];
    }

    public Expr[] Spread(string key)
    {
        var array = json[key] as JArray;
        if (array != null && array.Count != 1) return array.Select(item => Expression(item)).ToArray();
        return Has(key) ? new[] { this[key] } : new Expr[0];
    }

    public Dictionary<string, Expr> Members(string key)
    {
        var members = json[key] as JObject;
        if (members == null) throw new Unsupported(key + " of something that is no object");
        return members.Properties().ToDictionary(property => property.Name, property => Expression(property.Value));
    }

    /// <summary>The builder takes up to six bindings in order; more only as a dictionary, which it sends as an object.</summary>
    public Expr Let()
    {
        var array = json["let"] as JArray;
        if (array == null) return L.Let(Members("let"), this["in"]);
        var names = array.SelectMany(binding => ((JObject)binding).Properties()).Select(property => property.Name).ToArray();
        var values = array.SelectMany(binding => ((JObject)binding).Properties()).Select(property => Expression(property.Value)).ToArray();
        var inner = this["in"];
        switch (names.Length)
        {
            case 1:
                return L.Let(names[0], values[0]).In(inner);
            case 2:
                return L.Let(names[0], values[0], names[1], values[1]).In(inner);
            case 3:
                return L.Let(names[0], values[0], names[1], values[1], names[2], values[2]).In(inner);
            case 4:
                return L.Let(names[0], values[0], names[1], values[1], names[2], values[2], names[3], values[3]).In(inner);
            case 5:
                return L.Let(names[0], values[0], names[1], values[1], names[2], values[2], names[3], values[3], names[4], values[4]).In(inner);
            case 6:
                return L.Let(names[0], values[0], names[1], values[1], names[2], values[2], names[3], values[3], names[4], values[4], names[5], values[5]).In(inner);
            default:
                if (names.Distinct().Count() != names.Length) throw new Unsupported("let with a repeated name");
                return L.Let(names.Zip(values, (name, value) => new { name, value }).ToDictionary(pair => pair.name, pair => pair.value), inner);
        }
    }
}
