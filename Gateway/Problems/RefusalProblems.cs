using Tocsin.Commands;
using Tocsin.Text;

namespace Tocsin.Problems;

/// <summary>Turns refusals of the rules into problems of the contract.</summary>
internal static class RefusalProblems
{
    /// <summary>The problem for a refusal.</summary>
    public static Problem Of(Refusal refusal) =>
        new(StatusOf(refusal.Code), EnumNames.NameOf(refusal.Code), TitleOf(refusal.Code), refusal.Detail)
        {
            Errors = refusal.Errors,
            Units = refusal.Units,
            Stage = refusal.Stage,
            Missing = refusal.Missing,
        };

    private static int StatusOf(RefusalCode code) => code switch
    {
        RefusalCode.Invalid => 400,
        RefusalCode.Forbidden or RefusalCode.NotYours => 403,
        RefusalCode.NotFound => 404,
        RefusalCode.UnitBusy or RefusalCode.WrongStage or RefusalCode.IncidentClosed
            or RefusalCode.Conflict or RefusalCode.NotYetEverywhere
            or RefusalCode.DirectivesOpen => 409,
        RefusalCode.VersionMismatch => 412,
        RefusalCode.OccurredAtInFuture or RefusalCode.UnknownReference or RefusalCode.KeyReused or RefusalCode.LocationUnknown
            or RefusalCode.ImplausiblePlace or RefusalCode.Retired or RefusalCode.CallSignTaken
            or RefusalCode.Incomplete or RefusalCode.LimitReached => 422,
        // A silo newer than this gateway may know more codes: they are refusals, not errors of the gateway.
        _ => 409,
    };

    private static string TitleOf(RefusalCode code) => code switch
    {
        RefusalCode.Invalid => "Invalid request",
        RefusalCode.Forbidden => "Not allowed",
        RefusalCode.NotYours => "Not yours",
        RefusalCode.NotFound => "Not found",
        RefusalCode.UnitBusy => "Unit busy",
        RefusalCode.WrongStage => "Wrong stage",
        RefusalCode.IncidentClosed => "Incident closed",
        RefusalCode.Conflict => "Conflict",
        RefusalCode.VersionMismatch => "Version mismatch",
        RefusalCode.OccurredAtInFuture => "Time in the future",
        RefusalCode.UnknownReference => "Unknown reference",
        RefusalCode.KeyReused => "Key reused",
        RefusalCode.LocationUnknown => "Location unknown",
        RefusalCode.ImplausiblePlace => "Implausible place",
        RefusalCode.NotYetEverywhere => "Not yet everywhere",
        RefusalCode.Retired => "Retired",
        RefusalCode.CallSignTaken => "Call sign taken",
        RefusalCode.Incomplete => "Incomplete",
        RefusalCode.LimitReached => "Limit reached",
        RefusalCode.DirectivesOpen => "Directives open",
        _ => "Refused",
    };
}
