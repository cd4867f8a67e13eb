using Tocsin.Journal;

namespace Tocsin.Calls;

/// <summary>How lists find a call: by text, and while somebody is on the line or it is to be called back.</summary>
internal static class CallListing
{
    /// <summary>The key of calls on which somebody is on the line. Those whose answer an event of before tells do not have it.</summary>
    public const string Talking = "talking";

    /// <summary>The key of calls that are to be called back.</summary>
    public const string CallBack = "callBack";

    /// <summary>The listing.</summary>
    public static Listing Of(CallState state)
    {
        IReadOnlyList<string> keys = state is { Talking: true, AnsweredBy: not null } ? [Talking]
            : state.CallBackSince is not null ? [CallBack]
            : [];
        return new Listing(state.ReceivedAt, CallRows.Text(state), keys);
    }
}
