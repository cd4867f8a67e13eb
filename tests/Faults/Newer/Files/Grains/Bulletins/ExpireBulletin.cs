namespace Tocsin.Bulletins;

/// <summary>The system's own command: ends the bulletin if its time is over now. It is not: nothing happens.</summary>
internal sealed record ExpireBulletin : BulletinCommand
{
    /// <summary>The only one.</summary>
    public static ExpireBulletin Instance { get; } = new();
}
