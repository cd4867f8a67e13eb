using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Streams;

namespace Tocsin.Stations;

/// <summary>The activation of one station. <see cref="StationCases"/> says what its commands do.</summary>
[Reentrant, GrainType("station")]
internal sealed class StationGrain(StreamHost host, IJournalQueries queries)
    : StreamGrain(host, StreamKind.Station), IStationGrain, IStationStream
{
    private readonly StationRetirement _retirement = new(queries);

    /// <inheritdoc/>
    public Task<CommandAnswer> Execute(StationCommand command, CommandContext context) => command is RetireStation retiring
        ? _retirement.RunAsync(StationId.Of(this.GetPrimaryKeyString()), retiring, context, RunAsync)
        : RunAsync(command, context);
}
