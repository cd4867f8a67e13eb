using System.Collections.Immutable;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Messages;

/// <summary>What sending and reading have in common on units and incidents.</summary>
internal static class MessageRules
{
    /// <summary>It was sent: the answer says under which id. One of that id that is there already is not sent again.</summary>
    public static Decision Sent(ImmutableArray<KeptMessage> kept, MessageId id, DecidedEvent decided) =>
        (kept.Find(id) is null ? Decision.Do(decided) : Decision.Nothing) with { Extra = $"\"messageId\":\"{id}\"" };

    /// <summary>It was read by a party; what the party wrote or has read already is not recorded.</summary>
    public static Decision Read(ImmutableArray<KeptMessage> kept, MessageId id, Actor reader, DecidedEvent decided)
    {
        if (kept.Find(id) is not { } message)
            return Decision.Refuse(RefusalCode.NotFound, "There is no such message, or it lies too far back to be marked.");
        var party = Parties.Of(reader);
        return message.From == party || message.ReadBy.Contains(party) ? Decision.Nothing : Decision.Do(decided);
    }
}
