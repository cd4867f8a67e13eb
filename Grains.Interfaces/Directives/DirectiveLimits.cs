namespace Tocsin.Directives;

/// <summary>The limits of directives, by name.</summary>
public static class DirectiveLimits
{
    /// <summary>The most recipients of one command.</summary>
    public const int RecipientsMax = 50;

    /// <summary>The most open directives of one incident.</summary>
    public const int OpenOfIncidentMax = 100;

    /// <summary>The longest text, in characters.</summary>
    public const int TextMax = 4_000;

    /// <summary>The most parties that one directive names.</summary>
    public const int PartiesMax = 50;

    /// <summary>The most pieces of equipment.</summary>
    public const int EquipmentMax = 20;

    /// <summary>The most fields that a record lacks.</summary>
    public const int FieldsMax = 50;

    /// <summary>The longest limit of a clock, in seconds: 90 days. The shortest is 1 s.</summary>
    public const int LimitSecondsMax = 90 * 86_400;

    /// <summary>
    /// The limit of the clock <c>sign</c> of a <c>handle</c> where neither the directive nor the policy gives one, in seconds.
    /// </summary>
    public const int HandleSignSeconds = 30;

    /// <summary>The same of its clock <c>send</c>.</summary>
    public const int HandleSendSeconds = 60;

    /// <summary>The longest limit of the clocks <c>sign</c> and <c>send</c> of a <c>handle</c>, in seconds: 15 minutes.</summary>
    public const int HandleSecondsMax = 15 * 60;

    /// <summary>How many returns a directive shows and remembers: the newest.</summary>
    public const int ShownReturns = 20;

    /// <summary>How many of its newest reports a directive shows.</summary>
    public const int ShownReports = 20;

    /// <summary>The longest time for which a <c>lookOut</c> is in force: 90 days.</summary>
    public static readonly TimeSpan LookOutMax = TimeSpan.FromDays(90);
}
