namespace Tocsin.Journal.Sealing;

/// <summary>Says which form a seal may have, so that every member of the cluster can check it.</summary>
public interface ISealForms
{
    /// <summary>Whether every member knows signed seals; else seals are made by HMAC.</summary>
    ValueTask<bool> AllKnowSignedAsync();
}
