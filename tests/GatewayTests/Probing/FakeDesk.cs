using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Tocsin.Tests.GatewayTests.Probing;

/// <summary>A gateway as a probe sees it, with one unit and whatever incidents it is given; a test says what goes wrong.</summary>
internal sealed class FakeDesk(FakeTimeProvider time) : HttpMessageHandler
{
    private int _made;

    /// <summary>Every request that came, with its key.</summary>
    public List<(string Line, string? Key, string? Token)> Requests { get; } = [];

    /// <summary>The lines of them.</summary>
    public IEnumerable<string> Lines => Requests.Select(r => r.Line);

    /// <summary>The unit's kind; null: it is not registered.</summary>
    public string? UnitKind { get; set; } = "probe";

    /// <summary>The incidents that are open.</summary>
    public List<JsonObject> Open { get; } = [];

    /// <summary>Whether the feed tells of what is made.</summary>
    public bool Tells { get; set; } = true;

    /// <summary>How long a request takes, by its line.</summary>
    public Func<string, TimeSpan> Takes { get; set; } = _ => TimeSpan.Zero;

    /// <summary>What goes wrong with a request, by its line and its token; null: nothing.</summary>
    public Func<string, string?, HttpStatusCode?> Fails { get; set; } = (_, _) => null;

    /// <summary>Whether nobody is there.</summary>
    public bool IsDead { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.PathAndQuery;
        var body = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
        if (path == "/dev/token")
            return Answer(HttpStatusCode.OK, new { token = $"dev-{body!["role"]}" });
        var line = $"{request.Method} {path.Replace("/api/v1", "", StringComparison.Ordinal)}"
            + (body?["stage"] is { } stage ? " " + stage : body?["onDuty"] is { } duty ? " " + duty : "");
        if (IsDead)
            throw new HttpRequestException("Nobody is there.");
        var token = request.Headers.Authorization?.Parameter;
        Requests.Add((line, request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.Single() : null, token));
        time.Advance(Takes(line));
        return Fails(line, token) is { } status ? Answer(status, new { code = "told" }) : Do(line, body);
    }

    private HttpResponseMessage Do(string line, JsonNode? body) => line.Split('?')[0] switch
    {
        "GET /units/PROBE" when UnitKind is null => Answer(HttpStatusCode.NotFound, new { code = "notFound" }),
        "PUT /units/PROBE" => Answer(HttpStatusCode.Created, new { kind = UnitKind = body!["kind"]!.GetValue<string>() }),
        "GET /units/PROBE" => Answer(HttpStatusCode.OK, new { id = "PROBE", kind = UnitKind }),
        "GET /incidents" => Answer(HttpStatusCode.OK, new { items = Open }),
        "GET /feed" => new HttpResponseMessage
        {
            Content = new StringContent(
                Tells ? $"id: 1\nevent: IncidentCreated\ndata: {{\"stream\":\"incident/i{_made + 1}\"}}\n\n" : "id: 1\n\n",
                Encoding.UTF8,
                "text/event-stream"),
        },
        "POST /incidents" => Create(body!.AsObject()),
        var other when other.EndsWith("/closure", StringComparison.Ordinal) => Close(other.Split('/')[2]),
        _ => Answer(HttpStatusCode.OK, new { }),
    };

    private HttpResponseMessage Create(JsonObject incident)
    {
        var id = $"i{++_made}";
        Open.Add(new JsonObject(incident.Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))) { ["id"] = id });
        return Answer(HttpStatusCode.Created, new { id });
    }

    private HttpResponseMessage Close(string id)
    {
        Open.RemoveAll(i => i["id"]!.GetValue<string>() == id);
        return Answer(HttpStatusCode.OK, new { });
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, object body) =>
        new(status) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
}
