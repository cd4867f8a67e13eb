using Tocsin.Commands;
using Tocsin.Deciding;

namespace Tocsin.Directives;

/// <summary>Who signs for a recipient that signs in nowhere here names who took the directive over there.</summary>
internal static class Receipts
{
    /// <summary>A refusal, or null when it may be signed for.</summary>
    public static Refusal? Check(DirectiveState state, DirectiveReceipt? receipt) => state.NeedsReceipt && receipt is null
        ? Refusals.Incomplete("Who took it over at the recipient's is missing.", "receipt")
        : null;
}
