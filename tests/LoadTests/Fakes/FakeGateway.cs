using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tocsin.Tests.LoadTests.Fakes;

/// <summary>The fake centre behind real HTTP on a free port, with the weather that a test asks for.</summary>
public sealed class FakeGateway : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private int commands;

    private FakeGateway(FakeCentre centre)
    {
        Centre = centre;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/dev/token", () => Results.Json(new { token = "t", expiresAt = DateTimeOffset.MaxValue }));
        app.MapGet("/metrics", () => Metrics);
        app.MapFallback("/api/v1/{**path}", HandleAsync);
    }

    public FakeCentre Centre { get; }

    public Uri Address => new(app.Urls.First());

    /// <summary>Every so-manyth command is answered 503 without being done; 0 for none.</summary>
    public int UnavailableEach { get; set; }

    /// <summary>Every so-manyth command is done, and its answer never arrives; 0 for none.</summary>
    public int LostAnswerEach { get; set; }

    /// <summary>How long every command takes at least.</summary>
    public TimeSpan Slowness { get; set; }

    /// <summary>Its page of metrics.</summary>
    public string Metrics { get; set; } = "";

    /// <summary>While this is not completed nothing is answered: a collection, a disk that hangs, a lock.</summary>
    public Task Stall { get; set; } = Task.CompletedTask;

    /// <summary>How many commands were sent, repeats included.</summary>
    public int Commands => commands;

    public static async Task<FakeGateway> StartAsync(FakeCentre? centre = null)
    {
        var gateway = new FakeGateway(centre ?? new FakeCentre());
        await gateway.app.StartAsync();
        return gateway;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!["/api/v1".Length..];
        try
        {
            if (context.Request.Method == "GET")
                await GetAsync(context, path);
            else
                await DoAsync(context, path);
        }
        catch (RefusalException refusal)
        {
            context.Response.StatusCode = refusal.Status;
            await context.Response.WriteAsJsonAsync(refusal.Problem, JsonSerializerOptions.Web, "application/problem+json");
        }
    }

    private async Task GetAsync(HttpContext context, string path)
    {
        var query = context.Request.Query;
        string body;
        lock (gate)
        {
            if (path.EndsWith("/trail", StringComparison.Ordinal))
                body = Trail(
                    Centre.Trail(path), query, context.Request.Headers.Accept.ToString().Contains("ndjson", StringComparison.Ordinal));
            else if (path == "/incidents")
                body = List(query);
            else if (path == "/reports/response-times")
                body = JsonSerializer.Serialize(
                    Centre.Report(Time(query, "from"), Time(query, "to"), query["groupBy"].ToString()), JsonSerializerOptions.Web);
            else
                body = Centre.Get(path);
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    }

    private static string Trail(FakeStream stream, IQueryCollection query, bool lines)
    {
        var after = long.Parse(query["after"]!, CultureInfo.InvariantCulture);
        var limit = int.Parse(query["limit"]!, CultureInfo.InvariantCulture);
        var left = stream.Rows.Where(r => r.Position > after).ToList();
        var page = left.Take(limit).ToList();
        return lines
            ? string.Concat(page.Select(r => JsonSerializer.Serialize(new { hash = r.Hash, line = r.Line }) + "\n"))
            : JsonSerializer.Serialize(new
            {
                items = page.Select(r => new
                {
                    position = r.Position,
                    data = JsonSerializer.Deserialize<JsonElement>(r.Line).GetProperty("data"),
                    hash = r.Hash,
                }),
                next = left.Count > limit ? $"{page[^1].Position}" : null,
            });
    }

    private string List(IQueryCollection query)
    {
        var skip = int.TryParse(query["cursor"], CultureInfo.InvariantCulture, out var cursor) ? cursor : 0;
        var limit = int.Parse(query["limit"]!, CultureInfo.InvariantCulture);
        var all = Centre.Incidents.Values.Where(i => i.ReceivedAt >= Time(query, "from") && i.ReceivedAt < Time(query, "to"))
            .OrderByDescending(i => i.ReceivedAt)
            .ToList();
        var items = all.Skip(skip).Take(limit).Select(i => i.View);
        return JsonSerializer.Serialize(
            new { items, next = skip + limit < all.Count ? $"{skip + limit}" : null }, JsonSerializerOptions.Web);
    }

    private async Task DoAsync(HttpContext context, string path)
    {
        var number = Interlocked.Increment(ref commands);
        await Stall;
        if (Slowness > TimeSpan.Zero)
            await Task.Delay(Slowness, TimeProvider.System);
        if (UnavailableEach > 0 && number % UnavailableEach == 0)
        {
            context.Response.Headers.RetryAfter = "0";
            throw new RefusalException(503, "unavailable");
        }

        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var text = body.RootElement.GetRawText();
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        var route = ($"{context.Request.Method} {path}", key);
        string answer;
        lock (gate)
        {
            if (key.Length > 0 && Centre.Keys.TryGetValue(route, out var done))
            {
                if (done.Body != text)
                    throw new RefusalException(422, "keyReused");
                context.Response.Headers["Idempotency-Replayed"] = "true";
                context.Response.StatusCode = done.Status;
                answer = Centre.Get(done.Thing);
            }
            else
            {
                var (status, thing) = Centre.Do(context.Request.Method, path, body.RootElement);
                Centre.Keys[route] = (text, status, thing);
                context.Response.StatusCode = status;
                answer = Centre.Get(thing);
            }
        }

        if (LostAnswerEach > 0 && number % LostAnswerEach == 0)
            context.Abort();
        else
            await context.Response.WriteAsync(answer);
    }

    private static DateTimeOffset Time(IQueryCollection query, string name) =>
        DateTimeOffset.Parse(query[name]!, CultureInfo.InvariantCulture);
}
