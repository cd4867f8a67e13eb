using Tocsin.Erasing;

namespace Tocsin.Journal.Erasing;

/// <summary>A member of an event's data that is written enciphered.</summary>
/// <param name="Within">The member of the data that it is a member of; null: it is one of the data itself.</param>
/// <param name="Name">Its name, as it stands in the data.</param>
/// <param name="Field">The field that it is erased with.</param>
internal sealed record ErasableMember(string? Within, string Name, ErasureField Field);
