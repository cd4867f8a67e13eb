using Tocsin.Identity;
using Tocsin.Messages;

namespace Tocsin.Units;

/// <summary>Whom a message is for has read it.</summary>
/// <param name="MessageId">Which one.</param>
/// <param name="By">Who did.</param>
public sealed record MessageRead(MessageId MessageId, Correspondent By) : UnitEvent;
