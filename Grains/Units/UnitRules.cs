using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Units;

/// <summary>The rules of a unit: pure. Each use case is a file of its own in <c>Rules</c>; what an incident does to it is decided by the incident's rules.</summary>
public static class UnitRules
{
    /// <summary>The streams that the command touches or relies on, as far as the world known so far shows them; its own is always one of them.</summary>
    public static IReadOnlyList<StreamId> Streams(UnitId id, UnitCommand command, World world) => command switch
    {
        MessageUnit { IncidentId: { } about } => [id.Stream, about.Stream],
        RaisePanic c => Panicking.Streams(id, c, world),
        _ => [id.Stream],
    };

    /// <summary>What becomes of the command.</summary>
    public static Decision Decide(UnitId id, UnitCommand command, World world, DecisionContext context)
    {
        var state = world.Unit(id);
        return command switch
        {
            RegisterUnit c => UnitRegistering.Decide(state, c, context),
            SetDuty c => DutySetting.Decide(state, c, context),
            MessageUnit c => UnitMessaging.Decide(state, c, world, context),
            ReadUnitMessage c => UnitMessaging.Decide(state, c, context),
            RaisePanic c => Panicking.Decide(state, c, world, context).Complete(world, context),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "No rule for this command."),
        };
    }
}
