using System.Text.Json;
using Tocsin.Erasing;
using Tocsin.Json;

namespace Tocsin.StreamKinds;

/// <summary>The forms of answers.</summary>
internal static class AnswerForms
{
    /// <summary>The view, with the extra members at its end.</summary>
    public static string Plain(string view, string? beside, string? extra) =>
        extra is null ? view : string.Concat(view.AsSpan(0, view.Length - 1), ",", extra, "}");

    /// <summary>The extra members alone: what was asked is told, and nothing of the thing.</summary>
    public static string Alone(string view, string? beside, string? extra) => $"{{{extra}}}";

    /// <summary>What was asked for waits for approval: the thing's id alone, because who asks need not be shown the thing.</summary>
    public static string Asked(string view, string? beside, string? extra)
    {
        using var thing = JsonDocument.Parse(view);
        return TocsinJson.Write(new ErasureAnswer(thing.RootElement.GetProperty("id").GetString()!, ErasureStatus.AwaitingApproval));
    }

    /// <summary>The view as a member of that name, and the extra members beside it; the view alone when there are none.</summary>
    public static AnswerForm Under(string name) => (view, _, extra) =>
        extra is null ? view : string.Concat("{\"" + name + "\":", view, ",", extra + "}");

    /// <summary>Both views as members of those names; the plain form when there is no second one.</summary>
    public static AnswerForm Pair(string first, string second) => (view, beside, extra) => beside is null
        ? Plain(view, null, extra)
        : string.Concat(string.Concat("{\"", first, "\":", view), string.Concat(",\"", second, "\":", beside), "}");
}
