using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Positions;
using Tocsin.Streams;

namespace Tocsin.Units;

/// <summary>The activation of one unit. <see cref="UnitCases"/> says what its commands do.</summary>
[Reentrant, GrainType("unit")]
internal sealed class UnitGrain(StreamHost host, PositionBook positions, TimeProvider time)
    : StreamGrain(host, StreamKind.Unit), IUnitGrain, IUnitStream
{
    /// <inheritdoc/>
    public Task<CommandAnswer> Execute(UnitCommand command, CommandContext context)
    {
        // A distress without a place is where the unit was seen last.
        if (command is RaisePanic { Location: null } panic)
            command = panic with { Position = positions.Find(UnitId.Of(this.GetPrimaryKeyString()))?.ToView(time.GetUtcNow()) };
        return RunAsync(command, context);
    }
}
