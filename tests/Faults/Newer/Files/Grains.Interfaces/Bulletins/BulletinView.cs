using Tocsin.Identity;

namespace Tocsin.Bulletins;

/// <summary>A bulletin as the contract shows it.</summary>
/// <param name="Id">The id, 1 to 40 characters.</param>
/// <param name="Text">The text, 1 to 4,000 characters.</param>
/// <param name="Until">Until when it stands, UTC.</param>
/// <param name="Expired">Whether its time is over.</param>
/// <param name="Version">The number of events of the bulletin, 1 or more.</param>
public sealed record BulletinView(BulletinId Id, string Text, DateTimeOffset Until, bool Expired, int Version);
