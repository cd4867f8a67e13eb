namespace Tocsin.Tests.Load.Ledgers;

/// <summary>What a check of a ledger found.</summary>
/// <param name="Entries">Commands in the ledger.</param>
/// <param name="Acknowledged">How many of them were acknowledged.</param>
/// <param name="Streams">Trails that were read and whose chains were checked.</param>
/// <param name="Events">Events in them.</param>
/// <param name="Problems">What is not as it must be.</param>
/// <param name="Lost">Events of acknowledged commands that are not there.</param>
/// <param name="DoneTwice">Events of commands that are there more than once.</param>
public sealed record LedgerFindings(
    int Entries, int Acknowledged, int Streams, int Events, IReadOnlyList<string> Problems, int Lost = 0, int DoneTwice = 0);
