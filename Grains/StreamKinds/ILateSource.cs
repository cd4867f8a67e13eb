namespace Tocsin.StreamKinds;

/// <summary>
/// Things that are late by what the centre has set, and not by their own account: no board row says so, since the setting may change.
/// </summary>
internal interface ILateSource
{
    /// <summary>What is late at a time.</summary>
    /// <param name="at">The time.</param>
    /// <returns>The items, in no order; and whether these are all.</returns>
    Task<(IReadOnlyList<LateItem> Items, bool Complete)> ListAsync(DateTimeOffset at);
}
