namespace Tocsin.Backup;

/// <summary>One file of a backup, with the hash by which it is checked.</summary>
/// <param name="Name">The name of the file, without a folder.</param>
/// <param name="Bytes">The length in bytes, 0 or more.</param>
/// <param name="Sha256">SHA-256 of the content, in lower-case hex.</param>
public sealed record BackupFile(string Name, long Bytes, string Sha256);
