namespace Tocsin.Tests.GatewayTests.Harness;

/// <summary>One gateway with a real silo inside, for all the tests that need one: each uses things of its own.</summary>
public sealed class RealGatewayFixture : IAsyncLifetime
{
    private int _last;

    internal TestGateway Gateway { get; private set; } = null!;

    /// <summary>An id that nobody else has.</summary>
    internal string Fresh(string prefix) => $"{prefix}{Interlocked.Increment(ref _last)}";

    /// <summary>Registers a unit and puts it on duty.</summary>
    internal async Task<string> FreeUnit(string? station = null, params string[] crew)
    {
        var id = Fresh("U");
        var admin = await Gateway.As("admin");
        (await admin.Put(
            "/units/" + id,
            new { callSign = id, kind = "patrol", station, capabilities = new[] { "arrest" }, home = new { lat = 36.5, lon = 113.0 } }))
            .Expect(201);
        (await admin.Post($"/units/{id}/duty", new { onDuty = true, crew })).Expect(200);
        return id;
    }

    /// <summary>Makes an incident.</summary>
    internal async Task<string> Incident(string? station = null)
    {
        var dispatcher = await Gateway.As("dispatcher");
        return (await dispatcher.Post(
            "/incidents",
            new
            {
                category = "theft",
                priority = 2,
                station,
                location = new { lat = 36.53, lon = 113.05, address = "1 Main Street" },

                // Other tests' stations may be anywhere.
                confirmed = true,
            }))
            .Expect(201)
            .String("id");
    }

    public async ValueTask InitializeAsync() => Gateway = await TestGateway.Real();

    public ValueTask DisposeAsync() => Gateway.DisposeAsync();
}
