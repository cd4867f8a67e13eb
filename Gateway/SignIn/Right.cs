namespace Tocsin.SignIn;

/// <summary>How far a role has a permission.</summary>
public enum Right
{
    /// <summary>Not at all: 403.</summary>
    None = 0,

    /// <summary>Own only: a unit itself and the incidents it is on, a station its incidents and units. The cluster checks it.</summary>
    Own = 1,

    /// <summary>For everything.</summary>
    All = 2,
}
