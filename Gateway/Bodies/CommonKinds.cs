using Tocsin.Identity;
using Tocsin.Limits;

namespace Tocsin.Bodies;

/// <summary>The kinds of value that many bodies share.</summary>
internal static class CommonKinds
{
    /// <summary>Category, kind, station, disposition, outcome, name: 1 to 100, not blank.</summary>
    public static readonly Kind<string> Word = new TextKind(1, EdgeLimits.WordMax);

    /// <summary>An address: may be empty.</summary>
    public static readonly Kind<string> Address = new TextKind(0, EdgeLimits.AddressMax);

    /// <summary>A narrative or a note that may be empty.</summary>
    public static readonly Kind<string> Narrative = new TextKind(0, EdgeLimits.NarrativeMax);

    /// <summary>A note that must say something.</summary>
    public static readonly Kind<string> Note = new TextKind(1, EdgeLimits.NarrativeMax);

    /// <summary>A reason that must say something.</summary>
    public static readonly Kind<string> Reason = new TextKind(1, EdgeLimits.ReasonMax);

    /// <summary>A reason that may be empty.</summary>
    public static readonly Kind<string> MaybeReason = new TextKind(0, EdgeLimits.ReasonMax);

    /// <summary>A caller's number: may be empty.</summary>
    public static readonly Kind<string> CallerNumber = new TextKind(0, EdgeLimits.CallerNumberMax);

    /// <summary>A time.</summary>
    public static readonly Kind<DateTimeOffset> Instant = new InstantKind();

    /// <summary>True or false.</summary>
    public static readonly Kind<bool> Flag = new FlagKind();

    /// <summary>A priority.</summary>
    public static readonly Kind<int> Priority = new WholeNumberKind(EdgeLimits.PriorityMin, EdgeLimits.PriorityMax);

    /// <summary>The id of an incident.</summary>
    public static readonly Kind<IncidentId> Incident = IdKind<IncidentId>.Instance;

    /// <summary>The id of a unit.</summary>
    public static readonly Kind<UnitId> Unit = IdKind<UnitId>.Instance;

    /// <summary>When it happened; absent means now.</summary>
    public static readonly Field<DateTimeOffset> OccurredAt = Field.Optional("occurredAt", Instant);
}
