using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Positions;
using Tocsin.Streams;

namespace Tocsin.Units;

/// <summary>One unit: a thin shell round <see cref="UnitRules"/>.</summary>
[Reentrant, GrainType("unit")]
internal sealed class UnitGrain(StreamHost host, PositionBook positions, TimeProvider time) : StreamGrain(host, StreamKind.Unit), IUnitGrain, IUnitStream
{
    /// <inheritdoc/>
    public Task<CommandAnswer> Execute(UnitCommand command, CommandContext context)
    {
        var id = UnitId.Of(this.GetPrimaryKeyString());
        if (command is RaisePanic { Location: null } panic)
            command = panic with { Position = positions.Find(id)?.ToView(time.GetUtcNow()) };
        return RunAsync(new CommandPlan(
            command,
            context,
            world => UnitRules.Streams(id, command, world),
            (world, facts) => UnitRules.Decide(id, command, world, facts)));
    }
}
