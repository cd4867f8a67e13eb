namespace Tocsin.Backup;

/// <summary>A file of a backup.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">SHA-256 of its content, in lower-case hex.</param>
public sealed record BackupFile(string Name, long Bytes, string Sha256);
