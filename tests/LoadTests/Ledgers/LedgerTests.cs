using Tocsin.Tests.Load.Auditing;
using Tocsin.Tests.Load.Crashes;
using Tocsin.Tests.Load.Ledgers;
using Tocsin.Tests.LoadTests.Fakes;

namespace Tocsin.Tests.LoadTests.Ledgers;

/// <summary>A ledger finds what a server acknowledged and lost, did twice, did by half, or changed afterwards.</summary>
public sealed class LedgerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_acknowledged_is_found_once_each_in_good_weather_and_in_bad()
    {
        await using var gateway = await FakeGateway.StartAsync();
        (gateway.UnavailableEach, gateway.LostAnswerEach) = (17, 23);

        var (findings, result) = await LoadAndCheckAsync(gateway, _ => { });

        Assert.Empty(findings.Problems);
        Assert.Equal(result.Acknowledged, findings.Acknowledged);
        Assert.True(result.Replayed > 0 && result.ConnectionsLost > 0 && result.Unavailable > 0);
        Assert.Empty(result.Refused);
    }

    [Fact]
    public async Task An_acknowledged_event_that_is_gone_is_found()
    {
        await using var gateway = await FakeGateway.StartAsync();

        var (findings, _) = await LoadAndCheckAsync(gateway, c => Incident(c).Rows.RemoveAt(Incident(c).Rows.Count - 1));

        Assert.Contains(findings.Problems, p => p.Contains("IncidentClosed is there 0 times", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_that_was_done_twice_is_found()
    {
        await using var gateway = await FakeGateway.StartAsync();

        var (findings, _) = await LoadAndCheckAsync(gateway, c => Incident(c).Rows.Add(Incident(c).Rows[^1]));

        Assert.Contains(findings.Problems, p => p.Contains("IncidentClosed is there 2 times", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_that_was_changed_breaks_its_chain()
    {
        await using var gateway = await FakeGateway.StartAsync();

        var (findings, _) = await LoadAndCheckAsync(gateway, c =>
        {
            var rows = Incident(c).Rows;
            rows[1] = rows[1] with { Line = rows[1].Line.Replace("incident", "incidenT", StringComparison.Ordinal) };
        });

        Assert.Contains(findings.Problems, p => p.EndsWith("the chain is broken at version 2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Half_an_assignment_is_found()
    {
        await using var gateway = await FakeGateway.StartAsync();

        var (findings, _) = await LoadAndCheckAsync(
            gateway, c => c.Units.First().Value.Stream.Rows.RemoveAll(r => r.Line.Contains("\"Assigned\"", StringComparison.Ordinal)));

        Assert.Contains(findings.Problems, p => p.Contains("1 times on the incident, 0 times on the unit", StringComparison.Ordinal));
    }

    [Fact]
    public void A_command_that_was_never_answered_may_be_there_once_and_not_twice()
    {
        var entry = new LedgerEntry("k", "/p", DateTimeOffset.UnixEpoch, false, 0, [new Claim("incident/1", "NoteAdded", null)]);

        Assert.Empty(LedgerCheck.Check([entry], Trails(0)).Problems);
        Assert.Empty(LedgerCheck.Check([entry], Trails(1)).Problems);
        Assert.NotEmpty(LedgerCheck.Check([entry], Trails(2)).Problems);
    }

    [Fact]
    public void A_ledger_reads_back_as_it_was_written_but_for_a_line_that_was_cut_off()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var ledger = Ledger.Create(path))
            {
                ledger.Record(
                    new LedgerEntry("k", "/p", DateTimeOffset.UnixEpoch, true, 3, [new Claim("incident/1", "UnitAssigned", "E01")]));
            }

            File.AppendAllText(path, "{\"key\":\"cut");

            var read = Assert.Single(Ledger.Read(path));
            Assert.Equal(("k", 3, "E01"), (read.Key, read.Version, read.Claims[0].UnitId));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static FakeStream Incident(FakeCentre centre) => centre.Incidents.Values.First(i => i.ClosedAt is not null).Stream;

    private static Dictionary<string, Trail> Trails(int notes)
    {
        var stream = new FakeStream("incident/1");
        for (var i = 0; i < notes; i++)
            stream.Append("NoteAdded", DateTimeOffset.UnixEpoch, Guid.NewGuid(), new { });
        var events = stream.Rows.Select((r, i) => new TrailEvent(
            r.Position, i + 1, "NoteAdded", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, $"{i}", default, r.Hash, r.Line));
        return new() { ["incident/1"] = new Trail("incident/1", [.. events], null) };
    }

    private static async Task<(LedgerFindings Findings, CrashLoadResult Result)> LoadAndCheckAsync(
        FakeGateway gateway, Action<FakeCentre> fault)
    {
        var path = Path.GetTempFileName();
        try
        {
            using var client = TestClient.Of(gateway);
            CrashLoadResult result;
            using (var ledger = Ledger.Create(path))
            {
                using var time = new CancellationTokenSource(TimeSpan.FromSeconds(1));
                result = await new CrashLoad([client], ledger, 4, TimeProvider.System).RunAsync(time.Token);
            }

            fault(gateway.Centre);
            (gateway.UnavailableEach, gateway.LostAnswerEach) = (0, 0);
            return (await new LedgerCheck(new TrailReader(client), 8).CheckAsync(Ledger.Read(path), Stop), result);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
