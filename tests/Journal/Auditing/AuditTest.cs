using Microsoft.Extensions.Time.Testing;
using Tocsin.Access;
using Tocsin.Auditing;
using Tocsin.Calls;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Journal.Sealing;
using Tocsin.Journal.Writing;
using Tocsin.Places;
using Tocsin.Secrets;
using Tocsin.Stations;
using Tocsin.Tests.Journal.Conformance;
using Tocsin.Units;

namespace Tocsin.Tests.Journal.Auditing;

/// <summary>
/// A group of tests of the audit, on every database. Each has a journal that a morning's commands made by the rules: incidents A (open, P1
/// on scene) and B (closed after P2 was there), a call that became A, a station. Most then damage it and say what the audit must find:
/// that, there, and nothing else.
/// </summary>
public abstract class AuditTest(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    private readonly FakeTimeProvider _seconds = new(new DateTimeOffset(2026, 5, 4, 13, 0, 0, TimeSpan.Zero));

    protected static IncidentId A { get; } = IncidentId.Of("inc-a");

    protected static IncidentId B { get; } = IncidentId.Of("inc-b");

    protected static UnitId One { get; } = UnitId.Of("P1");

    protected static UnitId Two { get; } = UnitId.Of("P2");

    protected static UnitId Three { get; } = UnitId.Of("P3");

    protected static CallId Ring { get; } = CallId.Of("ring");

    private protected RuledCentre Centre { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Centre = new RuledCentre(Journal);
        await Centre.DoAsync(StationId.Of("north"), new RegisterStation("北所", new GeoPoint(36.5, 113), null, null));
        foreach (var unit in (UnitId[])[One, Two, Three])
        {
            await Centre.DoAsync(unit, new RegisterUnit(unit.Value, "patrol", "north", ["taser"], new GeoPoint(36.5, 113.05)));
            await Centre.DoAsync(unit, new SetDuty(true, ["王"], null, null));
        }

        await Centre.DoAsync(Ring, new ReceiveCall("110", "line 1", null, Centre.Now, null));
        await Centre.DoAsync(A, Creation(Ring), keyed: true);
        await Centre.DoAsync(B, Creation(), keyed: true);
        await Centre.DoAsync(A, new AddNote("第一"));
        await Centre.DoAsync(B, new AssignUnits([One, Two], AssignMode.All, null), keyed: true);
        await Centre.DoAsync(B, new ReportProgress(Two, AssignmentStage.EnRoute, null, "🚔"));
        await Centre.DoAsync(B, new DivertUnit(One, A, null, "nearer"));
        await Centre.DoAsync(A, new ReportProgress(One, AssignmentStage.OnScene, null, null));
        await Centre.DoAsync(A, new ReportProgress(One, AssignmentStage.EnRoute, Centre.Now.AddSeconds(-40), null));
        await Centre.DoAsync(B, new ReportProgress(Two, AssignmentStage.OnScene, null, null));
        await Centre.DoAsync(B, new CorrectStage(Two, CorrectableStage.OnScene, null, "wrong press"));
        await Centre.DoAsync(B, new GiveFeedback(Two, "settled", "quiet", new Dictionary<string, double> { ["arrests"] = 1.5 }, null));
        await Centre.DoAsync(A, new AddLink(B, LinkRelation.RelatedTo));
        await Centre.DoAsync(B, new CloseIncident("handled", null, null));
    }

    protected static CreateIncident Creation(CallId? call = null) =>
        new(call, "theft", 2, new Location(36.53, 113.05, "太行路 12 号"), "words", null, false, null);

    private protected async Task<AuditReport> AuditAsync(SealKeys? keys = null, SealCopy? copy = null)
    {
        await using var snapshot = await Database.AuditAsync();
        var audit = new JournalAudit(snapshot, keys ?? SealKeys.Of(Sealing.Keys), TimeProvider.System, copy, Database.Access);
        return await audit.RunAsync(Cancellation);
    }

    /// <summary>What the audit says, a line each: kind, stream, position.</summary>
    private protected async Task<string[]> FoundAsync(SealKeys? keys = null, SealCopy? copy = null) =>
        [.. (await ToldAsync(keys, copy)).Select(f => $"{f.Kind} {f.Stream} {f.Position}")];

    /// <summary>What the audit says, but that edited rows do not fit their checksum: that is <see cref="DamageAuditTests"/>'s.</summary>
    private protected async Task<IReadOnlyList<Finding>> ToldAsync(SealKeys? keys = null, SealCopy? copy = null) =>
        [.. (await AuditAsync(keys, copy)).Findings.Told.Where(f => f.Kind != FindingKind.Damaged)];

    private protected static string Line(FindingKind kind, StreamId stream, JournalPosition? position) => $"{kind} {stream} {position}";

    /// <summary>Seals what was written, in the next second.</summary>
    protected async Task SealAsync(IKeyRing? keys = null)
    {
        _seconds.Advance(TimeSpan.FromSeconds(1));
        var sealer = Sealing.Of(Host, _seconds, keys ?? Sealing.Keys, parts: new AccessSpans(Database.Access, _seconds));
        Assert.NotNull(await sealer.SealAsync(Cancellation));
    }

    protected async Task<IReadOnlyList<JournalEvent>> StreamAsync(StreamId stream) =>
        await Journal.ReadStreamAsync(stream, 0, 1000, Cancellation);

    /// <summary>Edits an event, and reckons its chain and its board row anew, as somebody would who knows how.</summary>
    protected async Task RewriteAsync(StreamId stream, int version, Func<string, string> edit)
    {
        var hash = EventLine.FirstHash.ToArray();
        foreach (var one in await StreamAsync(stream))
        {
            var line = one.Version == version ? edit(one.Line) : one.Line;
            Assert.Equal(one.Version == version, line != one.Line);
            hash = EventLine.Hash(hash, line);
            await Database.RunAsync($"update journal set line = '{line}', hash = {Database.Blob(hash)}, sum = null "
                + $"where position = {one.Position}");
        }

        await Database.RunAsync($"update board set hash = {Database.Blob(hash)}, sum = null where stream = '{stream}'");
    }

    /// <summary>Takes the last event of a stream away, and puts its board row back to the one before.</summary>
    protected async Task CutAsync(StreamId stream)
    {
        var events = await StreamAsync(stream);
        var (last, kept) = (events[^1], events[^2]);
        var state = events.SkipLast(1).Aggregate(
            StreamDefinitions.Catalogue.Initial(stream), StreamDefinitions.Catalogue.Apply);
        var board = state.ToBoard();
        await Database.RunAsync($"delete from journal where position = {last.Position}");
        await Database.RunAsync(
            $"update board set version = {kept.Version}, position = {kept.Position}, hash = {Database.Blob(kept.Hash)}, "
                + $"view = '{board.View}', status = {board.Status}, sum = null where stream = '{stream}'");
    }
}
