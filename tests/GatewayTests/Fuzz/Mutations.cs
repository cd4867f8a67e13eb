using System.Text;

namespace Tocsin.Tests.GatewayTests.Fuzz;

/// <summary>Spoils requests at random, but each seed always in the same way.</summary>
internal sealed class Mutations(int seed)
{
    private static readonly string[] Scraps =
    [
        "null", "true", "[]", "{}", "\"\"", "-1", "1e309", "0.1", "\"\\u0000\"", "\"\\ud800\"", "\"2026-02-30T00:00:00Z\"",
        "\"9999-12-31T23:59:59Z\"", "\"2000-01-01T00:00:00-23:59\"", "99999999999999999999", ",", ":", "\"", "{", "}", "[", "]", "\\",
        "\u0000", "é", "警",
        "\"enRoute\"", "\"U1\"", "\"i1\"", "/* */",
    ];

    private static readonly string[] HeaderNames =
    [
        "If-Match", "If-None-Match", "Idempotency-Key", "Accept", "Content-Encoding", "Content-Type", "Accept-Encoding", "Range",
        "Expect-CT", "Origin", "X-Forwarded-For", "traceparent", "Cookie", "Prefer",
    ];

    private static readonly string[] HeaderValues =
    [
        "*", "\"1\"", "\"", "W/\"1\"", "\"0\", \"1\"", "application/x-ndjson", "application/json", "text/html;q=x", ";;;", "", "gzip",
        "bytes=0-1", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "k1", "é", "99999999999999999999",
    ];

    private static readonly string[] PathScraps =
    [
        "%00", "%2F", "..", "%2e%2e", "a b", "警", "%ff", ";x=1", "//", "?limit=1", "?limit=x&limit=1", "?after=9223372036854775807",
        "?at=2026-01-01T00:00:00Z", "?cursor=AAAA", "?q=%25_", "?from=0001-01-01T00:00:00Z", "trail", "i1", "#", "%", "{id}",
    ];

    private readonly Random _random = new(seed);

    public int Pick(int count) => _random.Next(count);

    public string Body(string good)
    {
        var text = new StringBuilder(good);
        for (var times = 1 + _random.Next(3); times > 0; times--)
        {
            var at = _random.Next(text.Length + 1);
            switch (_random.Next(6))
            {
                case 0 when text.Length > 0:
                    text.Remove(Math.Min(at, text.Length - 1), Math.Min(1 + _random.Next(8), text.Length - Math.Min(at, text.Length - 1)));
                    break;
                case 1:
                    text.Insert(at, Scraps[_random.Next(Scraps.Length)]);
                    break;
                case 2 when text.Length > 0:
                    text[Math.Min(at, text.Length - 1)] = (char)_random.Next(0x20, 0x7f);
                    break;
                case 3:
                    ReplaceValue(text);
                    break;
                case 4 when text.Length > 0:
                    var from = _random.Next(text.Length);
                    text.Insert(at, text.ToString(from, Math.Min(_random.Next(40), text.Length - from)));
                    break;
                default:
                    text.Insert(at, (char)_random.Next(1, 0xd800));
                    break;
            }
        }
        return text.ToString();
    }

    public string Path(string good)
    {
        if (_random.Next(3) > 0)
            return good;
        var at = 1 + _random.Next(good.Length);
        return _random.Next(2) == 0
            ? good.Insert(Math.Min(at, good.Length), PathScraps[_random.Next(PathScraps.Length)])
            : good[..Math.Min(at, good.Length)];
    }

    public string Method(string good) =>
        _random.Next(12) > 0 ? good : new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW" }[_random.Next(7)];

    public (string Name, string Value)[] Headers() =>
        [.. Enumerable.Range(0, _random.Next(3))
            .Select(_ => (HeaderNames[_random.Next(HeaderNames.Length)], HeaderValues[_random.Next(HeaderValues.Length)]))];

    // Keeps the JSON whole: what is well formed goes furthest.
    private void ReplaceValue(StringBuilder text)
    {
        var all = text.ToString();
        var colons = all.Select((c, i) => (c, i)).Where(p => p.c == ':').Select(p => p.i).ToArray();
        if (colons.Length == 0)
            return;
        var start = colons[_random.Next(colons.Length)] + 1;
        var end = all.IndexOfAny([',', '}', ']'], start);
        if (end > start)
            text.Remove(start, end - start).Insert(start, Scraps[_random.Next(Scraps.Length)]);
    }
}
