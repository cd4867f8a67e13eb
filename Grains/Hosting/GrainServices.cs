using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Tocsin.Access;
using Tocsin.Calls;
using Tocsin.CostlyReads;
using Tocsin.Directives;
using Tocsin.Evidence;
using Tocsin.Firing;
using Tocsin.Incidents;
using Tocsin.Journal.Erasing;
using Tocsin.Journal.Sealing;
using Tocsin.Journal.Timekeeping;
using Tocsin.Live;
using Tocsin.Mission;
using Tocsin.Overdue;
using Tocsin.PastBoards;
using Tocsin.Policies;
using Tocsin.Positions;
using Tocsin.Presence;
using Tocsin.Projections;
using Tocsin.Quality;
using Tocsin.Reading;
using Tocsin.Recommending;
using Tocsin.Recommending.Travel;
using Tocsin.Retention;
using Tocsin.RunCards;
using Tocsin.Secrets;
using Tocsin.Settings;
using Tocsin.Stations;
using Tocsin.StreamKinds;
using Tocsin.Streams;
using Tocsin.Units;
using Tocsin.Versions;
using Tocsin.Watch;

namespace Tocsin.Hosting;

/// <summary>
/// The services of the grains, without the journal (<c>IJournal</c>, <c>IJournalQueries</c>, <c>IJournalTail</c>), the key ring and grain
/// storage, which the silo adds.
/// </summary>
public static class GrainServices
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddTocsinGrains(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<DispatchOptions>();
        services.AddOptions<DevTokenOptions>();
        services.AddSingleton<IIncomingGrainCallFilter, WireExceptions>();
        services.AddSingleton(StreamDefinitions.Catalogue);
        services.AddSingleton<OwnReadables>();
        services.AddSingleton<VersionServiceClient>();
        services.AddGrainService<VersionService>();
        services.AddSingleton<ClusterReadables>();
        services.AddSingleton<IClusterReadables>(provider => provider.GetRequiredService<ClusterReadables>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<ClusterReadables>());
        services.AddSingleton<ISealForms, SealForms>();
        services.TryAddSingleton<JournalTime>();
        services.TryAddSingleton<StreamKeys>();
        services.AddHostedService<ErasureWatch>();
        services.AddSingleton<StreamRegistry>();
        services.AddSingleton<StreamHost>();
        services.AddSingleton<IncidentNumbers>();
        services.AddSingleton<StationCatalogue>();
        services.AddSingleton<CallSignBook>();
        services.AddSingleton<PolicyCatalogue>();
        services.AddSingleton<ClosingCatalogue>();
        services.AddSingleton<CallBackCatalogue>();
        services.AddSingleton<RunCardCatalogue>();
        services.AddSingleton<FreshViews>();
        services.AddSingleton<PersonalData>();
        services.AddSingleton<ThingReads>();
        services.AddSingleton<IncidentReads>();
        services.AddSingleton<ICallInvolvement, DirectivesOfCalls>();
        services.AddSingleton<CallReads>();
        services.AddSingleton<UnitReads>();
        services.AddSingleton<StationReads>();
        services.AddSingleton<EvidenceReads>();
        services.AddSingleton<OverdueMetrics>();
        services.AddSingleton<CallBackReads>();
        services.AddSingleton<ReviewReads>();
        services.AddSingleton<HandlerReads>();
        services.AddSingleton<ILateSource, LateCallBacks>();
        services.AddSingleton<OverduePictures>();
        services.AddSingleton<ICandidateSource, LiveCandidates>();
        services.AddOptions<PositionOptions>();
        services.TryAddSingleton<IPositionStore, NoPositionStore>();
        services.AddSingleton<LiveCounter>();
        services.AddSingleton(NewLiveMetrics);
        services.AddSingleton<PositionBook>();
        services.AddSingleton<RefusalBook>();
        services.AddSingleton<PresenceBook>();
        services.AddSingleton<PositionKeeping>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<PositionKeeping>());
        services.AddSingleton<LiveBoard>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<LiveBoard>());
        services.AddSingleton<LiveServiceClient>();
        services.AddSingleton<LiveExchange>();
        services.AddGrainService<LiveService>();
        services.AddSingleton<RecommendMetrics>();
        services.AddSingleton<ResponsePlanner>();
        services.TryAddSingleton<IBoardMarkStore, NoBoardMarkStore>();
        services.TryAddSingleton<IUnitStateStore>(provider => provider.GetRequiredService<IBoardMarkStore>());
        services.TryAddSingleton<IProjectionStore, MemoryProjectionStore>();
        services.AddSingleton(new ProjectionCatalogue([IncidentResults.Projection]));
        services.AddSingleton<ProjectionRunner>();
        services.AddHostedService<ProjectionService>();
        services.AddSingleton<CostlyReadMetrics>();
        services.AddSingleton<CostlyReadQueues>();
        services.AddSingleton<PastStates>();
        services.AddSingleton<RecordedBoards>();
        services.AddSingleton<OccurredBoards>();
        services.AddSingleton<BoardMarker>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<BoardMarker>());
        services.AddSingleton<JourneyReader>();
        services.AddSingleton<TravelBook>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<TravelBook>());
        services.AddSingleton<UnitPositions>();
        services.AddSingleton<UnitSnapshots>();
        services.AddSingleton<ISnapshots>(provider => provider.GetRequiredService<UnitSnapshots>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<UnitSnapshots>());
        services.AddHostedService<StreamTailService>();
        services.AddOptions<WatchOptions>();
        services.AddSingleton<WatchMetrics>();
        services.AddSingleton<MissionMetrics>();
        services.AddSingleton<ICommitObserver>(provider => provider.GetRequiredService<MissionMetrics>());
        services.AddSingleton<WatchLimits>();
        services.AddHostedService<ClockWatch>();
        services.AddSingleton<OwnShare>();
        services.AddHostedService<ForgottenIncidents>();
        services.AddHostedService<CallBacks>();
        services.AddOptions<RetentionOptions>();
        services.AddSingleton<RetentionMetrics>(provider => new RetentionMetrics(provider.GetService<IMeterFactory>()));
        services.AddSingleton<IReadOnlyList<Kept>>([KeptCalls.Value, KeptIncidents.Value]);
        services.AddHostedService<RetentionService>();
        services.AddOptions<AccessOptions>();
        services.TryAddSingleton<IAccessStore, MemoryAccessStore>();
        services.AddSingleton(provider => new AccessMetrics(provider.GetService<IMeterFactory>()));
        services.AddSingleton<ISealedPart, AccessSpans>();
        services.AddSingleton<ISealedPart, ErasureSeals>();
        return services;
    }

    /// <summary>Adds the removal of old items of the access log; it needs the seals.</summary>
    public static IServiceCollection AddAccessKeeping(this IServiceCollection services)
    {
        services.AddSingleton<AccessKeeping>();
        return services.AddHostedService(provider => provider.GetRequiredService<AccessKeeping>());
    }

    private static LiveMetrics NewLiveMetrics(IServiceProvider services)
    {
        var metrics = new LiveMetrics(services.GetService<IMeterFactory>());
        metrics.Add((meter, picture) => _ = new BoardGauges(meter, picture));
        return metrics;
    }
}
