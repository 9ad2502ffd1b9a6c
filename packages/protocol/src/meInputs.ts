import * as z from 'zod/mini'
import { preferences } from './user.ts'

export const setPreferences = z.partial(preferences)
export const renewToken = z.object({ token: z.string().check(z.maxLength(8192)) })

export type SetPreferencesInput = z.infer<typeof setPreferences>
