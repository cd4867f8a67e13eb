using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Streams;

namespace Tocsin.Stations;

/// <summary>One station: a thin shell round <see cref="StationRules"/>.</summary>
[Reentrant, GrainType("station")]
internal sealed class StationGrain(StreamHost host) : StreamGrain(host, StreamKind.Station), IStationGrain, IStationStream
{
    /// <inheritdoc/>
    public Task<CommandAnswer> Execute(StationCommand command, CommandContext context)
    {
        var id = StationId.Of(this.GetPrimaryKeyString());
        return RunAsync(new CommandPlan(
            command,
            context,
            world => StationRules.Streams(id, command, world),
            (world, facts) => StationRules.Decide(id, command, world, facts)));
    }
}
