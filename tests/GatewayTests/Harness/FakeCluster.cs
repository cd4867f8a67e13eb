using System.Collections.Concurrent;
using Tocsin.Access;
using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Directives;
using Tocsin.Duplicates;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Live;
using Tocsin.Overdue;
using Tocsin.PastBoards;
using Tocsin.Policies;
using Tocsin.Positions;
using Tocsin.Presence;
using Tocsin.Quality;
using Tocsin.Reading;
using Tocsin.Recommending;
using Tocsin.Reports;
using Tocsin.RunCards;
using Tocsin.Secrets;
using Tocsin.Stations;
using Tocsin.Timelines;
using Tocsin.Units;

namespace Tocsin.Tests.GatewayTests.Harness;

/// <summary>
/// A cluster that says what a test tells it to, and remembers what it was asked: for faults, and for what the gateway does by itself.
/// </summary>
internal sealed partial class FakeCluster : IGrainFactory
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    /// <summary>Every command that reached the cluster, with the thing's kind and id.</summary>
    public ConcurrentQueue<(string Thing, object Command, CommandContext Context)> Commands { get; } = new();

    /// <summary>Every position that reached it.</summary>
    public ConcurrentQueue<PositionReport> Positions { get; } = new();

    /// <summary>Every item of the access log that reached it.</summary>
    public ConcurrentQueue<(string Source, AccessEntry Entry)> Accesses { get; } = new();

    /// <summary>How items of the access log are taken.</summary>
    public Func<AccessBatch, Task> OnAccess { get; set; } = _ => Task.CompletedTask;

    /// <summary>How each command is answered.</summary>
    public Func<object, CommandContext, Task<CommandAnswer>> OnCommand { get; set; } =
        (command, _) => Task.FromResult(new CommandAnswer(
            null,
            "{\"made\":true}",
            1,
            command is CreateIncident or ReceiveCall or RegisterUnit or RetireUnit or ReceiveVisitor or RegisterStation or RetireStation
                or SetPolicy or SetRunCard or IssueDirectives,
            false,
            "x1"));

    /// <summary>How each thing is read.</summary>
    public Func<Actor, Task<Thing>> OnRead { get; set; } = _ => Task.FromResult(new Thing(null, "{\"version\":7}", 7));

    /// <summary>How each list is read.</summary>
    public Func<object?, Actor, Task<ThingPage>> OnList { get; set; } = (_, _) =>
        Task.FromResult(new ThingPage(null, ["{\"id\":\"a\"}", "{\"id\":\"b\"}"], "bmV4dA"));

    /// <summary>How what is late is read.</summary>
    public Func<OverdueFilter, Actor, Task<Thing>> OnOverdue { get; set; } = (_, _) => Task.FromResult(new Thing(null, "{\"total\":0}", 0));

    /// <summary>How the list of blocked subjects is read.</summary>
    public Func<Task<Thing>> OnBlocked { get; set; } = () => Task.FromResult(new Thing(null, """{"items":[],"version":0}""", 0));

    /// <summary>How the key of development tokens is given.</summary>
    public Func<Task<byte[]>> OnKey { get; set; } = () => Task.FromResult(Key);

    /// <summary>How the live picture is told; null: nothing ever happens.</summary>
    public ILiveGrain? Live { get; init; }

    /// <summary>How units are recommended.</summary>
    public Func<int, Task<Recommendations>> OnRecommend { get; set; } =
        count => Task.FromResult(new Recommendations(
            null,
            [.. Enumerable.Range(1, Math.Min(count, 2)).Select(i => new RecommendationView(
                Identity.UnitId.Of("U" + i),
                60 * i,
                500 * i,
                ["nearest"],
                [new Reason(ReasonCode.Home, "nearest") { Meters = 360 * i }]))]));

    /// <summary>How the intervals behind a figure are listed.</summary>
    public Func<ReportedIntervalQuery, Task<ThingPage>> OnIntervals { get; set; } = _ => Task.FromResult(new ThingPage(null, [], null));

    /// <summary>How a report is made.</summary>
    public Func<DateTimeOffset, DateTimeOffset, GroupBy, Task<string>> OnReport { get; set; } = (_, _, groupBy) =>
        Task.FromResult($"{{\"groupBy\":\"{groupBy}\"}}");

    /// <summary>How a past board is made.</summary>
    public Func<CancellationToken, Task<Thing>> OnPastBoard { get; set; } = _ => Task.FromResult(new Thing(null, "{\"incidents\":[]}", 0));

    /// <summary>How a summary is made.</summary>
    public Func<DateTimeOffset, DateTimeOffset, SummaryBy, CancellationToken, Task<string>> OnSummary { get; set; } = (_, _, groupBy, _) =>
        Task.FromResult($"{{\"groupBy\":\"{groupBy}\"}}");

    /// <summary>Answers every command with a refusal.</summary>
    public void Refuse(Refusal refusal) => OnCommand = (_, _) => Task.FromResult(CommandAnswer.Refused(refusal));

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey => (TGrainInterface)Make(typeof(TGrainInterface), primaryKey);

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey => (TGrainInterface)Make(typeof(TGrainInterface), "");

    /// <summary>Grains that no silo has, by the name of their interface: all silos are of an older version.</summary>
    public HashSet<string> Lacking { get; } = [];

    private object Make(Type type, string key) => Lacking.Contains(type.Name)
        ? throw new ArgumentException($"Could not find an implementation for interface {type}")
        : Known(type, key);

    private object Known(Type type, string key) => type.Name switch
    {
        nameof(IIncidentGrain) => new FakeIncident(this, key),
        nameof(ICallGrain) => new FakeCall(this, key),
        nameof(IUnitGrain) => new FakeUnit(this, key),
        nameof(IStationGrain) => new FakeStation(this, key),
        nameof(IPolicyGrain) => new FakePolicy(this, key),
        nameof(ISettingGrain) => new FakeSetting(this, key),
        nameof(IPolicyReadingGrain) => new FakePolicyReading(this),
        nameof(IRunCardGrain) => new FakeRunCard(this, key),
        nameof(IRunCardReadingGrain) => new FakeRunCardReading(this),
        nameof(ITravelGrain) => new FakeTravel(),
        nameof(IDuplicatesGrain) => new FakeDuplicates(this),
        nameof(IOverdueGrain) => new FakeOverdue(this),
        nameof(IDirectiveGrain) => new FakeDirective(this, key),
        nameof(IDirectiveReadingGrain) => new FakeDirectiveReading(this),
        nameof(ITimelineGrain) => new FakeTimeline(this),
        nameof(IQualityReadingGrain) => new FakeQualityReading(this),
        nameof(IReadingGrain) => new FakeReading(this),
        nameof(IAccessGrain) => new FakeAccess(this),
        nameof(IKeysGrain) => new FakeKeys(this),
        nameof(ILiveGrain) => Live ?? new FakeLive(this),
        nameof(IRecommendingGrain) => new FakeRecommending(this),
        nameof(IReportingGrain) => new FakeReporting(this),
        nameof(IPastBoardGrain) => new FakePastBoard(this),
        _ => throw new NotSupportedException(type.Name),
    };

    private Task<CommandAnswer> Take(string thing, object command, CommandContext context)
    {
        Commands.Enqueue((thing, command, context));
        return OnCommand(command, context);
    }

    private sealed class FakeIncident(FakeCluster cluster, string id) : IIncidentGrain
    {
        public Task<CommandAnswer> Execute(IncidentCommand command, CommandContext context) =>
            cluster.Take("incident/" + id, command, context);
    }

    private sealed class FakeCall(FakeCluster cluster, string id) : ICallGrain
    {
        public Task<CommandAnswer> Execute(CallCommand command, CommandContext context) => cluster.Take("call/" + id, command, context);
    }

    private sealed class FakeUnit(FakeCluster cluster, string id) : IUnitGrain
    {
        public Task<CommandAnswer> Execute(UnitCommand command, CommandContext context) => cluster.Take("unit/" + id, command, context);
    }

    private sealed class FakeStation(FakeCluster cluster, string id) : IStationGrain
    {
        public Task<CommandAnswer> Execute(StationCommand command, CommandContext context) =>
            cluster.Take("station/" + id, command, context);
    }

    private sealed class FakePolicy(FakeCluster cluster, string id) : IPolicyGrain
    {
        public Task<CommandAnswer> Execute(PolicyCommand command, CommandContext context) => cluster.Take("policy/" + id, command, context);
    }

    private sealed class FakeSetting(FakeCluster cluster, string id) : ISettingGrain
    {
        public Task<CommandAnswer> Execute(SettingCommand command, CommandContext context) =>
            cluster.Take("setting/" + id, command, context);
    }

    private sealed class FakePolicyReading(FakeCluster cluster) : IPolicyReadingGrain
    {
        public Task<Thing> Get(Identity.PolicyId name) => cluster.OnRead(Actor.System);

        public Task<ThingPage> List(int limit, string? cursor) => cluster.OnList((limit, cursor), Actor.System);

        public Task<Thing> Chosen() => cluster.OnRead(Actor.System);

        public Task<Thing> Closing() => cluster.OnRead(Actor.System);

        public Task<Thing> CallBacks() => cluster.OnRead(Actor.System);

        public Task<Thing> BlockedSubjects() => cluster.OnBlocked();
    }

    private sealed class FakeRunCard(FakeCluster cluster, string id) : IRunCardGrain
    {
        public Task<CommandAnswer> Execute(RunCardCommand command, CommandContext context) =>
            cluster.Take("runCard/" + id, command, context);
    }

    private sealed class FakeRunCardReading(FakeCluster cluster) : IRunCardReadingGrain
    {
        public Task<Thing> Get(Identity.RunCardId id) => cluster.OnRead(Actor.System);

        public Task<ThingPage> List(int limit, string? cursor) => cluster.OnList((limit, cursor), Actor.System);
    }

    private sealed class FakeDirective(FakeCluster cluster, string id) : IDirectiveGrain
    {
        public Task<CommandAnswer> Execute(DirectiveCommand command, CommandContext context) =>
            cluster.Take("directive/" + id, command, context);
    }

    private sealed class FakeDirectiveReading(FakeCluster cluster) : IDirectiveReadingGrain
    {
        public Task<Thing> Get(DirectiveId id, Actor reader) => cluster.OnRead(reader);

        public Task<ThingPage> List(DirectiveFilter filter, Actor reader) => cluster.OnList(filter, reader);
    }

    private sealed class FakeTimeline(FakeCluster cluster) : ITimelineGrain
    {
        public Task<ThingPage> Read(Identity.IncidentId id, JournalPosition after, int limit, Actor reader) =>
            cluster.OnList((after, limit), reader);
    }

    private sealed class FakeTravel : ITravelGrain
    {
        public Task<TravelModel> Model() => Task.FromResult(TravelModel.Cold);
    }

    private sealed class FakeOverdue(FakeCluster cluster) : IOverdueGrain
    {
        public Task<Thing> List(OverdueFilter filter, Actor reader) => cluster.OnOverdue(filter, reader);
    }

    private sealed class FakeKeys(FakeCluster cluster) : IKeysGrain
    {
        public Task<byte[]> DevTokenKey() => cluster.OnKey();
    }

    private sealed class FakeAccess(FakeCluster cluster) : IAccessGrain
    {
        public async Task<long> Append(AccessBatch batch)
        {
            await cluster.OnAccess(batch);
            foreach (var entry in batch.Entries)
                cluster.Accesses.Enqueue((batch.Source, entry));
            return batch.Entries[^1].Number;
        }

        public Task<ThingPage> List(AccessFilter filter) => cluster.OnList(filter, Actor.System);

        public Task<byte[]> DigestKey() => Task.FromResult(Key);
    }

    private sealed class FakeRecommending(FakeCluster cluster) : IRecommendingGrain
    {
        public Task<Recommendations> Recommend(Identity.IncidentId incident, int count, Actor reader) => cluster.OnRecommend(count);

        public Task<Recommendations> RecommendByPlace(Identity.IncidentId incident, int count, Actor reader) => cluster.OnRecommend(count);

        public Task<Thing> Plan(Identity.IncidentId incident, int alarm, Actor reader) => cluster.OnRead(reader);

        public Task<CommandAnswer> Commit(Identity.IncidentId incident, PlanRequest request, CommandContext context) =>
            cluster.Take("incident/" + incident, request, context);
    }

    private sealed class FakeReporting(FakeCluster cluster) : IReportingGrain
    {
        public Task<string> ResponseTimes(DateTimeOffset from, DateTimeOffset to, GroupBy groupBy, CancellationToken gone = default) =>
            cluster.OnReport(from, to, groupBy);

        public Task<ThingPage> Intervals(ReportedIntervalQuery query, CancellationToken gone = default) => cluster.OnIntervals(query);

        public Task<string> Summary(DateTimeOffset from, DateTimeOffset to, SummaryBy groupBy, CancellationToken gone = default) =>
            cluster.OnSummary(from, to, groupBy, gone);
    }

    private sealed class FakePastBoard(FakeCluster cluster) : IPastBoardGrain
    {
        public Task<Thing> At(DateTimeOffset at, BoardBy by, Actor reader, CancellationToken gone = default) => cluster.OnPastBoard(gone);
    }

    private sealed class FakeLive(FakeCluster cluster) : ILiveGrain
    {
        private static readonly Epoch s_epoch = new("fake-1-0");

        public Task<BoardPart> LoadKinds(Identity.StreamId? after, string kinds) => Load(after);

        public Task<BoardPart> Load(Identity.StreamId? after) =>
            Task.FromResult(new BoardPart(s_epoch, new JournalPosition(1), [], IsLast: true));

        public async Task<LivePage> Read(JournalPosition after, LiveMark mark, TimeSpan wait)
        {
            await Task.Delay(wait);
            return new LivePage(s_epoch, after, [], [], [], [], default);
        }

        public Task<JournalPosition> End() => Task.FromResult(new JournalPosition(1));

        public Task HandHeard(HeardReports heard) => Hand(heard.Positions, heard.Presences);

        public Task Hand(IReadOnlyList<PositionReport> positions, IReadOnlyList<PresenceReport> presences)
        {
            foreach (var report in positions)
                cluster.Positions.Enqueue(report);
            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<PositionReport>> Track(Identity.UnitId unit, DateTimeOffset from, DateTimeOffset to, int limit) =>
            Task.FromResult<IReadOnlyList<PositionReport>>([]);

        public Task<IReadOnlyList<Identity.UnitId>> Registered(IReadOnlyList<Identity.UnitId> units) =>
            Task.FromResult<IReadOnlyList<Identity.UnitId>>([.. units.Where(u => u.Value != "ghost")]);
    }

    private sealed class FakeReading(FakeCluster cluster) : IReadingGrain
    {
        public Task<Thing> GetIncident(Identity.IncidentId id, DateTimeOffset? at, Actor reader) => cluster.OnRead(reader);

        public Task<Thing> GetUnit(Identity.UnitId id, Actor reader) => cluster.OnRead(reader);

        public Task<Thing> GetCall(Identity.CallId id, Actor reader) => cluster.OnRead(reader);

        public Task<ThingPage> ListIncidents(IncidentFilter filter, Actor reader) => cluster.OnList(filter, reader);

        public Task<ThingPage> ListUnits(UnitFilter filter, Actor reader) => cluster.OnList(filter, reader);

        public Task<ThingPage> ListCalls(CallFilter filter, Actor reader) => cluster.OnList(filter, reader);

        public Task<ThingPage> FindCallsByNumber(string digits, int limit, string? cursor, Actor reader) =>
            cluster.OnList((digits, limit, cursor), reader);

        public Task<ThingPage> ListStations(int limit, string? cursor, Actor reader) => cluster.OnList((limit, cursor), reader);

        public Task<ThingPage> ListStationsOfKind(StationKind kind, int limit, string? cursor, Actor reader) =>
            cluster.OnList((kind, limit, cursor), reader);

        public Task<ThingPage> ListSharedCallSigns(int limit, string? cursor, Actor reader) => cluster.OnList((limit, cursor), reader);

        public Task<ThingPage> Trail(Identity.StreamId stream, Journal.JournalPosition after, int limit, bool lines, Actor reader) =>
            cluster.OnList((stream, after, limit, lines), reader);

        public Task<ThingPage> Messages(Identity.StreamId stream, int limit, string? cursor, Actor reader) =>
            cluster.OnList((stream, limit, cursor), reader);

        public Task<Thing> MayRead(Identity.StreamId stream, Actor reader) => cluster.OnRead(reader);

        public Task<ThingPage> Notes(Identity.IncidentId id, int limit, string? cursor, Actor reader) =>
            cluster.OnList((id, limit, cursor), reader);

        public Task<ThingPage> Evidence(Identity.StreamId stream, int limit, string? cursor, Actor reader) =>
            cluster.OnList((stream, limit, cursor), reader);
    }

    // The rest of the interface is not used by the gateway.
    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidCompoundKey => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerCompoundKey => throw new NotSupportedException();

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw new NotSupportedException();

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey, string keyExtension) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey, string keyExtension) => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable => throw new NotSupportedException();

    public IAddressable GetGrain(GrainId grainId) => throw new NotSupportedException();

    public IAddressable GetGrain(GrainId grainId, GrainInterfaceType interfaceType) => throw new NotSupportedException();

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey) => throw new NotSupportedException();

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey, string grainClassNamePrefix) => throw new NotSupportedException();
}
