using Tocsin.Commands;

namespace Tocsin.Units;

/// <summary>Whether a unit can be taken. Only what stands in the journal is a reason against it.</summary>
internal static class Availability
{
    /// <summary>Why it cannot be taken, or null when it is free.</summary>
    public static UnitRefusal? Refusal(UnitState unit) => unit.Status switch
    {
        UnitStatus.Available => null,
        UnitStatus.OffDuty => new UnitRefusal(unit.Id, UnitRefusalCode.OffDuty, null),
        UnitStatus.OutOfService => new UnitRefusal(unit.Id, UnitRefusalCode.OutOfService, null),
        _ => new UnitRefusal(unit.Id, UnitRefusalCode.Busy, unit.IncidentId),
    };
}
