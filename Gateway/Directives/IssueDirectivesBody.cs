using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Places;
using Tocsin.Problems;

namespace Tocsin.Directives;

/// <summary>The body of <c>POST /directives</c>.</summary>
internal static class IssueDirectivesBody
{
    private static readonly JsonField<IReadOnlyList<DirectiveTo>> To = JsonField.Required(
        "to",
        new ListType<DirectiveTo>(new RecipientType(), 1, DirectiveLimits.RecipientsMax, distinct: true),
        "The recipients, each once: one directive for each.");

    private static readonly JsonField<DirectiveTo> One = JsonField.Required("to", new RecipientType(), "The recipient.");

    private static readonly JsonField<string> Kind = JsonField.Required(
        "kind", CommonTypes.Word, "The kind, a word of the centre's own; see the description for those that have a behaviour.", "verify");

    private static readonly JsonField<string> Text = JsonField.Required(
        "text", new TextType(1, DirectiveLimits.TextMax), "What is to be done.", "Find out whether the shop has a camera.");

    private static readonly JsonField<IncidentId> Incident = JsonField.Optional(
        "incidentId", IdType<IncidentId>.Instance, "The incident that it hangs on; not together with `callId`.", ExampleScene.IncidentId);

    private static readonly JsonField<CallId> Call = JsonField.Optional(
        "callId", IdType<CallId>.Instance, "The call that it hangs on; not together with `incidentId`.", ExampleScene.CallId);

    private static readonly JsonField<Location> Place = JsonField.Optional("place", LocationTypes.Location, "Where; null: nowhere.");

    private static readonly JsonField<IReadOnlyList<int>> Parties = JsonField.Optional(
        "parties",
        new ListType<int>(new WholeNumberType(1, int.MaxValue), 0, DirectiveLimits.PartiesMax, distinct: true),
        "The numbers of the incident's parties that it is about; default none.",
        []);

    private static readonly JsonField<IReadOnlyList<string>> Equipment = JsonField.Optional(
        "equipment", DirectiveParts.Words(DirectiveLimits.EquipmentMax), "What is to be taken along; default nothing.", ["body camera"]);

    private static readonly JsonField<DirectiveClockLimits> Limits = JsonField.Optional(
        "limits",
        DirectiveParts.Limits,
        "The limits of its clocks; without one, the timing policy's for its kind, else it does not run. A `handle` has 30 s to sign and "
        + "60 s to send where neither says, and at most 900 s.");

    private static readonly JsonField<DateTimeOffset> ValidUntil = JsonField.Optional(
        "validUntil", CommonTypes.Instant, "Until when it is in force; required for `lookOut`, at most 90 days.", DirectiveParts.Later);

    private static readonly JsonField<DateTimeOffset> NextAt = JsonField.Optional(
        "nextAt", CommonTypes.Instant, "When the next report is due.", DirectiveParts.Later);

    private static readonly JsonField<IReadOnlyList<string>> Missing = JsonField.Optional(
        "fields", DirectiveParts.Words(DirectiveLimits.FieldsMax), "What a record lacks; default nothing.", []);

    private static readonly JsonField<bool> AutoConclude = JsonField.Optional(
        "autoConclude", CommonTypes.Flag, "Whether a final report concludes it; default false.", false);

    private static readonly JsonField<bool> Shared = JsonField.Optional(
        "shared", CommonTypes.Flag, "Whether others on the same affair see its text and its reports; default false.", false);

    private static readonly JsonField<DirectiveId> Replaces = JsonField.Optional(
        "replaces",
        IdType<DirectiveId>.Instance,
        "A directive that was refused or returned, in whose place it is issued.",
        DirectiveExamples.OtherId);

    /// <summary>The body.</summary>
    public static readonly JsonType<IssueDirectives> Type = new ObjectType<IssueDirectives>(
        new FieldSet(
            To, Kind, Text, Incident, Call, Place, Parties, Equipment, Limits, ValidUntil, NextAt, Missing, AutoConclude, Shared, Replaces,
            CommonTypes.OccurredAt),
        Make)
    {
        // It hangs on one of them at most, as what it replaces does.
        NotInExample = [Incident, Call],
    };

    /// <summary>The body of one task of an operation: it hangs on the operation's incident.</summary>
    public static readonly JsonType<IssueDirectives> Task = new ObjectType<IssueDirectives>(
        "OperationTask",
        new FieldSet(One, Kind, Text, Place, Parties, Equipment, Limits, ValidUntil, NextAt, Missing, AutoConclude, Shared),
        (v, errors) => Content(v, errors, onIncident: true, onCall: false) with { To = v.IsGiven(One) ? [v.Get(One)] : [] });

    private static IssueDirectives Make(FieldValues v, FieldErrors errors)
    {
        var (onIncident, onCall) = (v.IsGiven(Incident), v.IsGiven(Call));
        if (onIncident && onCall)
            errors.AddBelow(Call.Name, ErrorCodes.TooMany, "must not be given together with incidentId");
        return Content(v, errors, onIncident, onCall) with
        {
            To = v.Get(To, []),
            Replaces = v.Find(Replaces),
            OccurredAt = v.Find(CommonTypes.OccurredAt),
            IncidentId = v.Find(Incident),
            CallId = v.Find(Call),
        };
    }

    // What a directive says, whoever it is to.
    private static IssueDirectives Content(FieldValues v, FieldErrors errors, bool onIncident, bool onCall)
    {
        var kind = v.Get(Kind, "");
        if (kind == DirectiveKinds.Post)
            errors.AddBelow(Kind.Name, ErrorCodes.NotInList, "must not be post: a deployment makes those");
        foreach (var needed in Needed(kind, v, onIncident, onCall))
            errors.AddBelow(needed, ErrorCodes.Required, $"is needed for the kind {kind}");
        return new IssueDirectives(
            [],
            kind,
            v.Get(Text, ""),
            LocationTypes.OrUnknown(v.Get(Place, null!)),
            v.Get(Parties, []),
            v.Get(Equipment, []),
            v.Get(Limits, null!),
            v.Find(ValidUntil),
            v.Find(NextAt),
            v.Get(Missing, []),
            v.Get(AutoConclude, false),
            v.Get(Shared, false),
            Replaces: null,
            OccurredAt: null);
    }

    // The names of what a kind needs and does not get.
    private static IEnumerable<string> Needed(string kind, FieldValues v, bool onIncident, bool onCall)
    {
        if (kind == DirectiveKinds.LookOut && !v.IsGiven(ValidUntil))
            yield return ValidUntil.Name;
        if (kind is DirectiveKinds.FollowUp or DirectiveKinds.Handle && !onIncident)
            yield return Incident.Name;
        if (kind == DirectiveKinds.FollowUp && !v.IsGiven(NextAt))
            yield return NextAt.Name;
        if (kind is DirectiveKinds.Complete or DirectiveKinds.Transfer && !onIncident && !onCall)
            yield return Incident.Name;
        if (kind == DirectiveKinds.Complete && v.Get(Missing, []).Count == 0)
            yield return Missing.Name;
    }
}
