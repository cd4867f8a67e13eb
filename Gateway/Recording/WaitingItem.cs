using Tocsin.Access;

namespace Tocsin.Recording;

/// <summary>An item that waits to be written, as the file of what waits has it.</summary>
/// <param name="Source">Who numbered it: this gateway, or the one that had the folder before its restart.</param>
/// <param name="Entry">The item.</param>
internal sealed record WaitingItem(string Source, AccessEntry Entry);
