using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Streams;

namespace Tocsin.Stations;

/// <summary>The activation of one station. <see cref="StationCases"/> says what its commands do.</summary>
[Reentrant, GrainType("station")]
internal sealed class StationGrain(StreamHost host) : StreamGrain(host, StreamKind.Station), IStationGrain, IStationStream
{
    /// <inheritdoc/>
    public Task<CommandAnswer> Execute(StationCommand command, CommandContext context) => RunAsync(command, context);
}
