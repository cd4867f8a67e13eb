namespace Tocsin.Bearers;

/// <summary>Judges tokens by the keys that this silo has.</summary>
public interface ITokenJudge
{
    /// <summary>Judges one. It never waits for the provider: it is asked while a grain waits.</summary>
    /// <exception cref="TokenNotJudgedException">The key of the token is not here; it is being asked for.</exception>
    ValueTask<JudgedToken> JudgeAsync(string token);
}
