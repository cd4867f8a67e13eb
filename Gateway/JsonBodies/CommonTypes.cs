using Tocsin.Identity;
using Tocsin.Settings;

namespace Tocsin.JsonBodies;

/// <summary>The JSON types that many bodies share.</summary>
internal static class CommonTypes
{
    /// <summary>Category, kind, station, disposition, outcome, name: 1 to 100 characters, not blank.</summary>
    public static readonly JsonType<string> Word = new TextType(1, GatewayLimits.WordMax);

    /// <summary>An address: 0 to 200 characters.</summary>
    public static readonly JsonType<string> Address = new TextType(0, GatewayLimits.AddressMax);

    /// <summary>A narrative, or a note that may be empty: 0 to 4,000 characters.</summary>
    public static readonly JsonType<string> Narrative = new TextType(0, GatewayLimits.NarrativeMax);

    /// <summary>A note that must not be blank: 1 to 4,000 characters.</summary>
    public static readonly JsonType<string> Note = new TextType(1, GatewayLimits.NarrativeMax);

    /// <summary>A reason that must not be blank: 1 to 500 characters.</summary>
    public static readonly JsonType<string> Reason = new TextType(1, GatewayLimits.ReasonMax);

    /// <summary>A reason that may be empty: 0 to 500 characters.</summary>
    public static readonly JsonType<string> OptionalReason = new TextType(0, GatewayLimits.ReasonMax);

    /// <summary>A caller's number: 0 to 32 characters.</summary>
    public static readonly JsonType<string> CallerNumber = new TextType(0, GatewayLimits.CallerNumberMax);

    /// <summary>A time.</summary>
    public static readonly JsonType<DateTimeOffset> Instant = new InstantType();

    /// <summary>True or false.</summary>
    public static readonly JsonType<bool> Flag = new BooleanType();

    /// <summary>A priority: 1 (most urgent) to 4.</summary>
    public static readonly JsonType<int> Priority = new WholeNumberType(GatewayLimits.PriorityMin, GatewayLimits.PriorityMax);

    /// <summary>The id of an incident.</summary>
    public static readonly JsonType<IncidentId> Incident = IdType<IncidentId>.Instance;

    /// <summary>The id of a unit.</summary>
    public static readonly JsonType<UnitId> Unit = IdType<UnitId>.Instance;

    /// <summary>When it happened; absent means now.</summary>
    public static readonly JsonField<DateTimeOffset> OccurredAt = JsonField.Optional(
        "occurredAt",
        Instant,
        "When it happened, as the device saw it; absent or null: now. More than 5 s ahead is 422 `occurredAtInFuture`.");
}
