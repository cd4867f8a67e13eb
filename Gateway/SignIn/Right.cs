namespace Tocsin.SignIn;

/// <summary>What a role may do with a row of the contract's table.</summary>
public enum Right
{
    /// <summary>Nothing: 403.</summary>
    None = 0,

    /// <summary>Own only: a unit itself and the incidents it is on, a station its incidents and units. Judged by the cluster.</summary>
    Own = 1,

    /// <summary>Everything.</summary>
    All = 2,
}
